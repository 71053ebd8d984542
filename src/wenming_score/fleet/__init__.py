"""Many unit files to one ranking: measured by one process or by many, kept as they come, compared at the end."""

from wenming_score.fleet.engines import Alone, EngineError, Processes, Somewhere
from wenming_score.fleet.measure import Named, Order
from wenming_score.fleet.ranking import Wish, ranking
from wenming_score.fleet.rounds import Stage, Watch, survey
from wenming_score.fleet.store import Store, StoreError, StoreFullError, opened

__all__ = [
    "Alone",
    "EngineError",
    "Named",
    "Order",
    "Processes",
    "Somewhere",
    "Stage",
    "Store",
    "StoreError",
    "StoreFullError",
    "Watch",
    "Wish",
    "opened",
    "ranking",
    "survey",
]
