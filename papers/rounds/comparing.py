"""One edited paper held against what was sent: an account of every block, and the edits that may go home."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from papers.document import AuthoredBlock, Block, Commentary, Document
from papers.drafting.authored import commentary_id
from papers.drafting.following import followed_block
from papers.readers.word import Dropped
from papers.rounds.account import Finding, FindingKind
from papers.rounds.plaintext import plain_blocks
from papers.rounds.said import SECTION, Unit, canonical, figures, lines, markdown_of, points, units
from papers.rounds.strays import AUTHORED, Come, Stray, alike, authored, between, differing, joined, markdown, text_of

Where = Callable[[str, str], str]
"""Where the data of a block, and of a figure in it by its key, lives."""

LEAST_ALIKE = 0.4
"""How much of its words a changed copy of a commentary shares with it."""

LEAST_GONE = 2
"""Blocks that are gone where new text stands, from which on they were rewritten."""

MOST_STRAYS = 3
"""Texts without a place in one section, from which on the section may be rewritten rather than edited."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A commentary as it was sent and as it came back, in canonical blocks; `found` tells of it."""

    block: str
    base: tuple[AuthoredBlock, ...]
    theirs: tuple[AuthoredBlock, ...]
    found: Finding


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came back: the findings in reading order, and the commentaries that were edited."""

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]


def compare(
    sent: Document,
    returned: Document,
    now: Document,
    where: Where = lambda _block, _key: "",
    copies: Mapping[str, str] | None = None,
    *,
    dropped: Iterable[Dropped] = (),
) -> Comparison:
    """Hold the paper that came back against what was sent, with what would be drafted now beside it.

    `copies` names the blocks of which others, by their ids, are copies; `dropped` are words of the file that `returned` does not have.
    Every word of both that was not sent stands in an edit's `theirs` or in a finding's `returned`.
    """
    comparing = _Comparing(sent, returned, now, where, copies or {})
    for each in dropped:
        comparing.keep(each)
    return comparing.run()


class _Comparing:
    """One comparison: what was sent by id, what came back of it, what came back besides."""

    def __init__(self, sent: Document, returned: Document, now: Document, where: Where, copies: Mapping[str, str]) -> None:
        self.sent, self.language, self.where = units(sent), returned.language, where
        self.order = {unit.id: n for n, unit in enumerate(self.sent)}
        self.now = {unit.id: unit.block for unit in units(now)}
        self.come = {unit.id: Come(unit) for unit in self.sent}
        self.findings: list[tuple[int, Finding]] = []
        self.edits: list[Edit] = []
        self.originals = copies
        self.copies: list[tuple[Stray, Commentary]] = []
        """Commentaries that stand in the file a second time, changed."""
        self.strays = self._sorted_out(units(returned))

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of every block that was sent."""
        return frozenset(filter(None, (text_of(unit.block) for unit in self.sent)))

    def run(self) -> Comparison:
        """The findings and edits."""
        loose = [stray for stray in map(self._claimed, self.strays) if stray.blocks]
        for stray, copy in self.copies:
            self._copied(stray, copy)
        for come in self.come.values():
            self._judge(come)
        self._moved()
        self._unplaced(loose)
        return Comparison(tuple(found for _, found in sorted(self.findings, key=lambda pair: pair[0])), tuple(self.edits))

    def tell(self, kind: FindingKind, unit: Unit | None, **words: str) -> Finding:
        """Note a finding on the block."""
        found = Finding(kind, unit.id if unit else "", unit.head if unit else "", **words)
        self.findings.append((self.order[unit.id] if unit else -1, found))
        return found

    def keep(self, dropped: Dropped) -> None:
        """Note words that no block of the document has."""
        near = [come.unit for key, come in self.come.items() if dropped.block and f"{dropped.block}/".startswith(f"{key}/")]
        unit = max(near, key=lambda each: len(each.id), default=None)
        returned = "\n\n".join(map(markdown_of, plain_blocks(dropped.words, "x"))) or dropped.words
        where = ", ".join(filter(None, (dropped.what, dropped.where)))
        self.tell("unplaced", unit, sent=dropped.sent, returned=returned, where=where, home=self._home(unit))

    # --- what came back of what was sent

    def _sorted_out(self, returned: Sequence[Unit]) -> list[Stray]:
        """The texts outside any block; what came back of the others is kept by id, and the order in which it came."""
        self.order_back = [unit.id for unit in returned if unit.id in self.come]
        strays: list[Stray] = []
        before: Unit | None = None
        run: list[Block] = []
        for unit in returned:
            come = self.come.get(unit.id)
            if come is None or come.block is not None:
                run.append(unit.block)
                continue
            come.block = unit.block
            if run:
                strays.append(Stray(before, come.unit, run))
            before, run = come.unit, []
        if run:
            strays.append(Stray(before, None, run))
        return strays

    def _claimed(self, stray: Stray) -> Stray:
        """The texts of a row that no block can be sure to own; the others go to their blocks."""
        missing = self._missing(stray)
        left: list[Block] = []
        for block in stray.blocks:
            text = text_of(block)
            own = next((come for come in missing if text and text_of(come.unit.block) == text), None)
            if own:
                missing.remove(own)
                own.block = own.unit.block
                self.tell("unmarked", own.unit)
            elif text in self.known:
                self.tell("copied", stray.before, returned=text)
            elif isinstance(block, Commentary):
                self.copies.append((stray, block))
            else:
                left.append(block)
        stray.blocks = left
        if left and not self._takes_over(stray, missing):
            self._follows(stray)
        return stray

    def _missing(self, stray: Stray) -> list[Come]:
        """What was sent between the blocks on both sides and did not come back in its place."""
        start = self.order[stray.before.id] + 1 if stray.before else 0
        end = self.order[stray.after.id] if stray.after else len(self.sent)
        return [come for come in (self.come[unit.id] for unit in self.sent[start:end]) if come.block is None]

    def _takes_over(self, stray: Stray, missing: list[Come]) -> bool:
        """Give the texts to the one commentary that is missing just here, or that they follow in a control that lost its label."""
        before = self.come[stray.before.id] if stray.before else None
        if before and isinstance(before.unit.block, Commentary) and isinstance(before.block, AUTHORED):
            own = before
        elif len(missing) == 1 and isinstance(missing[0].unit.block, Commentary):
            own = missing[0]
        else:
            return False
        own.added += [each for block in stray.blocks for each in authored(block)]
        stray.blocks = []
        return True

    def _follows(self, stray: Stray) -> None:
        """Give the texts to the commentary just before them, where the block after them is none: the next build sets them there."""
        if stray.before is None or not isinstance(self.come[stray.before.id].block, Commentary):
            return
        if stray.after and isinstance(stray.after.block, Commentary):
            return
        come = self.come[stray.before.id]
        come.added += [each for block in stray.blocks for each in authored(block)]
        self.tell("placed", stray.before, returned=joined(stray))
        stray.blocks = []

    def _copied(self, stray: Stray, copy: Commentary) -> None:
        """Take a changed copy for its original where that came back unchanged; where both are changed, show both."""
        text = text_of(copy)
        own = self.come.get(self.originals.get(copy.id, "")) or self._likest(text)
        if own is None or not isinstance(own.unit.block, Commentary):
            self.tell("conflict", stray.before, returned=markdown(copy.blocks), where=between(stray), home=self._home(stray.before))
        elif own.block in (None, own.unit.block):
            own.block = copy
        else:
            now = "" if own.block is None else text_of(own.block)
            self.tell(
                "conflict", own.unit, sent=text_of(own.unit.block), returned=text, now=now, where="a copy of the block in the same file"
            )

    def _likest(self, text: str) -> Come | None:
        """The commentary that shares most words with the text; None where none shares enough."""
        found = [come for come in self.come.values() if isinstance(come.unit.block, Commentary)]
        share, likest = max(((alike(text_of(come.unit.block), text), n) for n, come in enumerate(found)), default=(0.0, 0))
        return found[likest] if share >= LEAST_ALIKE else None

    # --- judging one block

    def _judge(self, come: Come) -> None:
        if isinstance(come.unit.block, Commentary):
            self._judge_commentary(come, come.unit.block)
        elif come.block is None:
            if text_of(come.unit.block):
                self.tell("removed", come.unit, sent=text_of(come.unit.block))
        elif come.block != come.unit.block:
            self._judge_computed(come.unit, come.block)

    def _judge_commentary(self, come: Come, sent: Commentary) -> None:
        if come.block == sent and not come.added:
            return
        self._quoted(come, sent)
        base = self._following(canonical(sent, self.language), sent.id)
        theirs = self._following(self._theirs(come, sent), sent.id)
        before, after = markdown(base), markdown(theirs)
        if before == after:
            return
        if not theirs:
            gone = come.block is None
            self.tell("deleted" if gone else "emptied", come.unit, sent=before)
            return
        if come.block is None:
            self.tell("unmarked", come.unit)
        found = Finding("edit", sent.id, come.unit.head, sent=before, returned=after)
        self.edits.append(Edit(sent.id, base, theirs, found))

    def _quoted(self, come: Come, sent: Commentary) -> None:
        """A question for each figure with its key in the commentary that was typed over: it follows its data, not the typing."""
        before, now = dict(figures(sent)), self._shown(sent.id)
        for key, after in dict(figures(come.block) if come.block else ()).items():
            if key in before and after not in (before[key], now.get(key)):
                where = self.where(sent.id, key)
                self.tell("figure", come.unit, key=key, sent=before[key], returned=after, now=now.get(key, ""), where=where)

    def _shown(self, key: str) -> dict[str, str]:
        """How the folder's commentary of this id shows figures now."""
        return dict(figures(self.now[key])) if key in self.now else {}

    def _following(self, blocks: tuple[AuthoredBlock, ...], key: str) -> tuple[AuthoredBlock, ...]:
        """The blocks with figures as the folder's commentary shows them, so that a figure that followed its data is no edit."""
        shown = self._shown(key)
        return tuple(followed_block(block, shown) for block in blocks) if shown else blocks

    def _theirs(self, come: Come, sent: Commentary) -> tuple[AuthoredBlock, ...]:
        """The commentary as it came back, with the texts that were taken for it; its label is not part of it."""
        block = come.block
        own = block.blocks if isinstance(block, Commentary) else (block,) if isinstance(block, AUTHORED) else ()
        blocks = [*own, *come.added]
        if not isinstance(block, Commentary) and blocks and text_of(blocks[0]) in (sent.label, sent.prompt):
            blocks = blocks[1:]
        if not isinstance(block, Commentary) and blocks and text_of(blocks[0]) == sent.prompt:
            blocks = blocks[1:]
        if not blocks:
            return ()
        whole = Commentary(sent.id, sent.label, tuple(replace(each, id=f"x/{n}") for n, each in enumerate(blocks, 1)))
        return canonical(whole, self.language)

    def _judge_computed(self, unit: Unit, block: Block) -> None:
        self._drawn(unit, block)
        sent, come = figures(unit.block), figures(block)
        told, said = lines(unit.block), lines(block)
        if (sent, told) == (come, said):
            return
        now = self.now.get(unit.id)
        if now is not None and (figures(now), lines(now)) == (come, said):
            self.tell("home", unit, sent="\n".join(told), returned="\n".join(said))
        elif lines(unit.block, masked=True) == lines(block, masked=True) and [key for key, _ in sent] == [key for key, _ in come]:
            self._figures(unit, sent, come, now)
        else:
            before, after = differing(told, said)
            held = "" if now is None else "\n".join(differing(said, lines(now))[1])
            where = self.where(unit.id, "")
            self.tell("sentence", unit, sent=before, returned=after, now=held, where=where, home=self._home(unit))

    def _drawn(self, unit: Unit, block: Block) -> None:
        """A question for each value that a chart draws otherwise than it was sent, under the label that was sent."""
        come, now = points(block), points(self.now[unit.id]) if unit.id in self.now else {}
        for key, (label, value) in points(unit.block).items():
            after = come.get(key, (label, value))
            if after[0] == label and after[1] != value and now.get(key, ("", ""))[1] != after[1]:
                held = now.get(key, ("", ""))[0]
                where = self.where(unit.id, key)
                self.tell("figure", unit, key=key, sent=label or value, returned=after[1] or "nothing", now=held, where=where)

    def _figures(self, unit: Unit, sent: Sequence[tuple[str, str]], come: Sequence[tuple[str, str]], now: Block | None) -> None:
        """A question for each figure that differs and that the data does not say already."""
        held = dict(figures(now)) if now is not None else {}
        for key, before, after in dict.fromkeys((key, old, new) for (key, old), (_, new) in zip(sent, come, strict=True) if old != new):
            if held.get(key) != after:
                self.tell("figure", unit, key=key, sent=before, returned=after, now=held.get(key, ""), where=self.where(unit.id, key))

    # --- order, and what has no place

    def _moved(self) -> None:
        """Tell of blocks that stand in another order than they were sent in."""
        come = [unit_id for unit_id, each in self.come.items() if each.block is not None]
        order = list(dict.fromkeys(self.order_back))
        kept = {come[a + n] for a, _, size in SequenceMatcher(None, come, order, autojunk=False).get_matching_blocks() for n in range(size)}
        for unit_id in order:
            if unit_id not in kept:
                self.tell("moved", self.come[unit_id].unit)

    def _unplaced(self, strays: Iterable[Stray]) -> None:
        """List the texts that have no place; those of a part that was rewritten as one proposal."""
        by_part: dict[str, list[Stray]] = {}
        for stray in strays:
            by_part.setdefault(self._part(stray), []).append(stray)
        for part, group in by_part.items():
            if self._is_rewritten(part, group):
                self._propose(part, group)
            else:
                for stray in group:
                    home = self._home(stray.before or stray.after)
                    self.tell("unplaced", stray.before, returned=joined(stray), where=between(stray), home=home)

    def _part(self, stray: Stray) -> str:
        """The part of the report that the texts belong to: that of most of the words which are gone in their place, else that of their neighbour."""
        gone: dict[str, int] = {}
        for come in self._missing(stray):
            gone[come.unit.part] = gone.get(come.unit.part, 0) + len(text_of(come.unit.block))
        side = stray.before or stray.after
        if len(stray.blocks) >= MOST_STRAYS and gone:
            return max(gone, key=lambda part: gone[part])
        return side.part if side else ""

    def _is_rewritten(self, part: str, group: Sequence[Stray]) -> bool:
        """Whether new text stands where several blocks are gone, or most of what was sent of the part did not come back as it was."""
        if any(len(stray.blocks) >= MOST_STRAYS and len(self._missing(stray)) >= LEAST_GONE for stray in group):
            return True
        own = [come for come in self._of_part(part) if text_of(come.unit.block)]
        changed = [come for come in own if come.block is None or lines(come.block) != lines(come.unit.block)]
        return sum(len(stray.blocks) for stray in group) >= MOST_STRAYS and len(changed) * 2 > len(own)

    def _of_part(self, part: str) -> list[Come]:
        return [come for come in self.come.values() if come.unit.part == part]

    def _propose(self, part: str, group: Sequence[Stray]) -> None:
        """One proposal for the part, beside its own text where that is gone; what else of the part is gone is told in its place."""
        own = self._of_part(part)
        gone = {come.unit.id for come in own if come.block is None}
        self.findings = [(n, each) for n, each in self.findings if each.kind not in ("deleted", "removed") or each.block not in gone]
        home = commentary_id(part)
        text = next((come.unit.block for come in own if come.unit.id == home and come.block is None), None)
        sent = markdown(canonical(text, self.language)) if isinstance(text, Commentary) else ""
        stay = [come.unit.id for come in own if come.unit.id in gone - {home} and isinstance(come.unit.block, Commentary)]
        told = f"; the file has no longer, and the folder keeps: {', '.join(stay)}" if stay else ""
        n = self.order[own[0].unit.id] if own else -1
        title = own[0].unit.titled if own else ""
        returned = "\n\n".join(map(joined, group))
        self.findings.append(
            (
                n,
                Finding(
                    "proposal",
                    part,
                    title,
                    sent=sent,
                    returned=returned,
                    where=f"{part}{told}",
                    home=self._home(own[0].unit if own else None),
                ),
            )
        )

    def _home(self, unit: Unit | None) -> str:
        """The commentary of what the unit tells of: of its indicator, else of its part; "" where it has none, and a person must say which."""
        if unit is None:
            return ""
        if isinstance(unit.block, Commentary):
            return unit.id
        head = "/".join(unit.id.split("/")[:2])
        near = [come.unit.id for come in self._of_part(unit.part) if isinstance(come.unit.block, Commentary)]
        own = next((each for each in near if each.startswith(f"{head}/")), "") if head.startswith("indicator/") else ""
        if own:
            return own
        home = commentary_id(unit.part)
        return home if home in near or SECTION.fullmatch(unit.part) else ""
