"""Fidelity: what other documents make of a quote."""
