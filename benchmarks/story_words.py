"""What invented stories are of: deeds of many domains, names, and what a teller puts in that is no part of the story."""

from random import Random
from typing import Final

PLACES: Final = (
    "Lorne", "Varnik", "Halden", "Porto Selva", "Ostra", "Kinmore", "Tarvik", "Bellhaven", "Cardona", "Mirov", "Stanmoor",
    "Ashby Cross", "Dunmore", "Velje", "Kessel", "Aldbourne", "Norrby", "Tamsa",
)  # fmt: skip
SURNAMES: Final = (
    "Holt", "Marsh", "Okoro", "Lindqvist", "Quiles", "Strand", "Iyer", "Prado", "Koss", "Hale", "Duarte", "Novak", "Brandt",
    "Achterberg", "Sato", "Mbeki", "Farrow", "Tolland",
)  # fmt: skip
FORENAMES: Final = (
    "Ada",
    "Ellen",
    "Daniel",
    "Marta",
    "Paul",
    "Anna",
    "Luis",
    "Ingrid",
    "Samuel",
    "Clara",
    "Tobias",
    "Ruth",
)

# who, did what, does what: {P} a place, {S} a surname
DEEDS: Final = tuple(
    tuple(line.split("|"))
    for line in """
the council|closed the baths in {P}|close the baths in {P}
the harbour board|bought two dredgers|buy two dredgers
{S}|opened a workshop in {P}|open a workshop in {P}
the court|fined the owners of the quarry|fine the owners of the quarry
the jury|found {S} guilty|find {S} guilty
the bishop|consecrated the chapel at {P}|consecrate the chapel at {P}
the union|called out the weavers|call out the weavers
the regiment|took the bridge at {P}|take the bridge at {P}
the railway|reached {P}|reach {P}
the company|sold its mill at {P}|sell its mill at {P}
the orchestra|played in {P}|play in {P}
surgeons at {P}|performed the first graft|perform the first graft
the observatory|photographed the comet|photograph the comet
the club|beat {P} by two goals|meet {P}
the governor|signed the charter|sign the charter
a gale|sank three trawlers off {P}|sink three trawlers off {P}
the ferry|ran aground near {P}|run past {P}
the cooperative|merged with its rival in {P}|merge with its rival in {P}
fire|destroyed the tannery|destroy the tannery
the parish|elected {S} as churchwarden|elect {S} as churchwarden
farmers around {P}|blocked the road|block the road
the ministry|banned the pesticide|ban the pesticide
the yard|launched a tanker|launch a tanker
the museum|acquired a portrait of {S}|acquire a portrait of {S}
the bank|cut its dividend|cut its dividend
the senate|rejected the bill|reject the bill
the team|found a second skeleton|look for a second skeleton
the hospital|dismissed its director|dismiss its director
{S}|left for {P}|leave for {P}
{S}|married the daughter of a printer|marry the daughter of a printer
the publisher|withdrew the atlas|withdraw the atlas
the garrison at {P}|surrendered|surrender
the two sides|met in {P}|meet in {P}
the inspectors|sealed the reactor|seal the reactor
the school|moved to {P}|move to {P}
the airline|dropped its flights to {P}|drop its flights to {P}
the tribunal|heard the first witness|hear the first witness
the dam above {P}|burst|overflow
the brewery|laid off ninety men|lay off ninety men
{S}|resigned as chairman|resign as chairman
{S}|won the seat for {P}|stand for {P}
the city|unveiled a statue of {S}|unveil a statue of {S}
""".strip().splitlines()
)
PERSON_DEEDS: Final = tuple(
    line.split("|")[0]
    for line in """
joined the survey at {P}
married a teacher from {P}
published a map of {P}
taught at the college in {P}
left for {P}
fell ill
won the medal of the academy
built a kiln in {P}
became keeper of the museum at {P}
returned to {P}
quarrelled with {S}
sold the farm
founded a school in {P}
was appointed judge at {P}
was wounded near {P}
gave up the practice
took over the paper from {S}
designed a lighthouse for {P}
stood for parliament
was arrested in {P}
sailed for {P}
finished the second volume
""".strip().splitlines()
)


class Names:
    """Who and where, chosen as a seed says."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def filled(self, words: str) -> str:
        """Some words with names in them."""
        return words.replace("{P}", self.place()).replace("{S}", self.surname())

    def place(self) -> str:
        """A place."""
        return self.random.choice(PLACES)

    def surname(self) -> str:
        """A surname."""
        return self.random.choice(SURNAMES)

    def person(self) -> str:
        """Somebody by both names."""
        return f"{self.random.choice(FORENAMES)} {self.surname()}"

    def deed(self) -> tuple[str, str, str]:
        """Who, did what, does what."""
        who, did, does = self.random.choice(DEEDS)
        place, surname = self.place(), self.surname()
        fill = lambda words: words.replace("{P}", place).replace("{S}", surname)  # noqa: E731
        return fill(who), fill(did), fill(does)

    def of_person(self) -> str:
        """What one person did."""
        return self.filled(self.random.choice(PERSON_DEEDS))
