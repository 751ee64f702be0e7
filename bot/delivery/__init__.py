"""Delivery: every update is stored before it is acknowledged, every message leaves from the outbox."""
