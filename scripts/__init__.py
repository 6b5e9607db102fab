"""The faces on the command line: arguments, one call, files, exit code."""
