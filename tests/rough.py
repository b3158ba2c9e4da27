"""An invented world told as real news are: parts left out, names in several forms, words of bodies."""

from __future__ import annotations

from datetime import date
from typing import Any

from benchmarks.drafts import Draft, count
from benchmarks.world import Story, World

from detente.records import UNSTATED, Attribution, Claim, Filler, TypeName

AGENTS = ("releaser", "holder", "granter", "detainer", "authority", "mover")


class RoughDraft(Draft):
    """A report that now and then does not say who acts, or names somebody in another form."""

    def say(self, type_: TypeName, words: str, **fields: Any) -> Claim:
        """One clause, as it may be told, and its claim."""
        chance = self.chance
        roles = {role: list(fillers) for role, fillers in fields.pop("roles", {}).items()}
        for role in [r for r in roles if r in AGENTS and chance.random() < 0.25]:
            roles[role] = [Filler(UNSTATED, "unstated")]
            if chance.random() < 0.5:
                del roles[role]
        roles = {role: [self._form(f) for f in fillers] for role, fillers in roles.items()}
        if not fields.get("attribution") and chance.random() < 0.1:
            fields["attribution"] = (Attribution("Lena Marr", "official", "said", True),)
        return super().say(type_, words, roles=roles, **fields)

    def _form(self, filler: Filler) -> Filler:
        if filler.kind == "organisation" and self.chance.random() < 0.3:
            return Filler(f"the {filler.name}", filler.kind)
        if filler.kind == "person" and self.chance.random() < 0.2:
            return Filler(filler.name.split()[-1], filler.kind)
        return filler


class Rough(World):
    """The same stories, told so; and of groups that speak for several states, of bodies and nationals."""

    def _draft(self, day: date) -> Draft:
        draft = super()._draft(day)
        return RoughDraft(draft.ref, draft.day, draft.chance)

    def _around(self, draft: Draft, s: Story, giver: Filler, taker: Filler) -> None:
        super()._around(draft, s, giver, taker)
        pick, chance = self.chance.choice, self.chance.random
        somebody, group = Filler(pick(s.people), "person"), Filler(pick(self.groups[:5]), "organisation")
        said = (Attribution(pick(self.groups), "ngo", "said", True),)
        if chance() < 0.3:
            value = Filler(f"{pick(self.states)} nationals", "value")
            prisoners = [Filler("prisoners", "group")]
            draft.say(
                "ATTRIBUTE", f"{s.many} of them were {value.name}", sub="nationality", quantity=count(s.many),
                roles={"subject": prisoners, "value": [value]},
            )  # fmt: skip
        if chance() < 0.3:
            roles = {"agent": [group], "principal": [taker]}
            draft.say("MANDATE", f"{group.name} speaks for {taker.name}", sub="described_as", roles=roles)
            draft.say("TALKS", f"{group.name} held talks", sub="visit", roles={"participants": [group]})
        if chance() < 0.15:
            body, sector = Filler(f"{s.giver} Works", "organisation"), Filler(s.sector, "sector")
            roles = {"authority": [taker], "target": [body], "sector": [sector]}
            draft.say("SANCTION_EASE", "relief was granted", step="licensed", roles=roles)
        if chance() < 0.2:
            roles = {"person": [somebody]}
            draft.say("HARM", "one died in custody", sub="death", roles=roles, attribution=said)
        if chance() < 0.1:
            roles = {"person": [somebody], "offence": [Filler("treason", "value")]}
            draft.say("SENTENCE", "one was convicted", sub="convict", roles=roles, attribution=said)
        if chance() < 0.1:
            draft.say("STATEMENT", "the largest release so far", mode="evaluated", attribution=said)
