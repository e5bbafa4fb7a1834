"""The page that Prometheus reads, from the readings of all workers."""

from collections.abc import Iterable, Mapping
from itertools import accumulate

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector, CollectorRegistry

from server.metrics.families import FAMILIES, Family
from server.metrics.reading import Reading, Value

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4


def page(readings: Mapping[str, Reading]) -> bytes:
    """``readings`` by worker. What a worker of another version says and this one does not know is left out."""
    registry = CollectorRegistry()
    registry.register(_All(readings))
    return generate_latest(registry)


class _All(Collector):
    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings

    def collect(self) -> Iterable[Metric]:
        for family in FAMILIES:
            yield _metric(family, self._readings)


def _metric(family: Family, readings: Mapping[str, Reading]) -> Metric:
    labels = (*family.labels, "worker")
    rows = [
        ([*values, worker], value)
        for worker, reading in sorted(readings.items())
        for values, value in reading.get(family.name, [])
        if len(values) == len(family.labels)
    ]
    if family.sort == "histogram":
        return _histogram(family, labels, rows)
    sort = GaugeMetricFamily if family.sort == "gauge" else CounterMetricFamily
    plain = sort(family.name, family.says, labels=labels)
    for values, value in rows:
        if not isinstance(value, list):
            plain.add_metric(values, value)
    return plain


def _histogram(family: Family, labels: tuple[str, ...], rows: list[tuple[list[str], Value]]) -> Metric:
    found = HistogramMetricFamily(family.name, family.says, labels=labels)
    bounds = [*(f"{bound:g}" for bound in family.bounds), "+Inf"]
    for values, value in rows:
        if isinstance(value, list) and len(value) == len(bounds) + 1:
            found.add_metric(values, list(zip(bounds, accumulate(value[:-1]), strict=True)), value[-1])
    return found
