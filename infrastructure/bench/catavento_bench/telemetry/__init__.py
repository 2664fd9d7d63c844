"""What the benchmark of telemetry stands on: generated samples, a store for them, and the references."""
