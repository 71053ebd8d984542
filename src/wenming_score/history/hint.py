"""Which file of a revision may have been meant."""

from wenming_score.evidence.places import folded
from wenming_score.evidence.tree import Folder, Leaf
from wenming_score.history.git import GitError
from wenming_score.history.listing import files, look_up
from wenming_score.history.repository import Repository
from wenming_score.text import inert, nearest, tr

UNIT_FILE = "unit.yaml"
_ENDINGS = (".yaml", ".yml")


def hint(path: str, top: Folder, repository: Repository) -> str:
    """Suggest a file: of the same name but for case, else with the bytes of today, else the only one called so."""
    there = {name: leaf for name, leaf in files(top) if name.endswith(_ENDINGS)}
    blob, names = _today(path, repository), {path.rpartition("/")[2], UNIT_FILE}
    called = [one for one in there if one.rpartition("/")[2] in names]
    alike = (
        *(one for one in sorted(there) if folded(one) == folded(path)),
        *(one for one in sorted(there) if there[one].blob == blob),
        *(called if len(called) == 1 else ()),
    )
    return tr("，是不是 {near}？", near=inert(alike[0])) if alike else inert(nearest(path, () if called else there))


def _today(path: str, repository: Repository) -> str | None:
    try:
        found, _ = look_up(repository.top(repository.commit("HEAD")), path)
    except GitError:
        return None
    return found.blob if isinstance(found, Leaf) and found.kind == "file" else None
