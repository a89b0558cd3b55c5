"""Recordings played through the running creature, and reports of what it did."""
