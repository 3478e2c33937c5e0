"""Every category of cost has a name for readers, and no two share one."""

from colocate.model.costs.line import CATEGORIES
from colocate.words.categories import CATEGORY_NAMES, category_in_words


def test_every_category_has_a_name_of_its_own() -> None:
    assert list(CATEGORY_NAMES) == list(CATEGORIES)
    assert len(set(CATEGORY_NAMES.values())) == len(CATEGORIES)
    assert category_in_words("ict") == "ICT"
