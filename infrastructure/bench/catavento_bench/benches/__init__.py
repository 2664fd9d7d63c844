"""The benchmarks by name; each takes the workshop and gives its results."""

from . import chain, daily, extract, gate, images, layouts, load, memory, telemetry

BENCHES = {
    "extract": extract,
    "load": load,
    "chain": chain,
    "memory": memory,
    "images": images,
    "gate": gate,
    "daily": daily,
    "telemetry": telemetry,
    "layouts": layouts,
}

#: Not among `all`: they take long by themselves.
LONG = ("telemetry", "layouts")
