"""How much a file may cost us, in bytes, seconds and pieces."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one upload; the defaults end any file within 20 seconds (law 10)."""

    file_bytes: int = 20 * MEGABYTE
    wall_seconds: float = 18.0
    cpu_seconds: int = 17
    # After either, the PDF loader takes plain text only, to end in time: of its own work, and of the clock,
    # which runs on when others keep the machine busy.
    soft_cpu_seconds: float = 12.5
    soft_wall_seconds: float = 15.0
    memory_bytes: int = 1024 * MEGABYTE
    result_bytes: int = 24 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    unpacked_entry_bytes: int = 60 * MEGABYTE
    unpack_ratio: int = 150
    zip_entries: int = 5000
    elements: int = 40_000
    characters: int = 6_000_000
    pages: int = 1500


LIMITS = Limits()
# For the lender's own folder, read in a shell: a busy machine must not cost a manual its headings and tables.
PATIENT = Limits(wall_seconds=180.0, cpu_seconds=90, soft_cpu_seconds=60.0, soft_wall_seconds=170.0)
