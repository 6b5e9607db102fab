"""Tests of the whole house; fast ones import nothing of mkdocs."""
