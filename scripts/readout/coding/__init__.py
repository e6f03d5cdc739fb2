"""Coding: sentences become events."""
