"""Measurements that are repeated by hand. Each prints what it measured; what must hold is in the tests."""
