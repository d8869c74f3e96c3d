"""The machine may be busy: no deadline for an example, and the same examples every time."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "accord", max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("accord")
