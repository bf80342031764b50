"""Agendas, packs, PDFs from anywhere, seals and leaks."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
    # --- PDFs from anywhere
    "pdf-locked": Kind(
        "error",
        "This PDF is closed by a password.",
        "Ask its author for a copy without one: nobody can publish what they can't open.",
    ),
    "pdf-damaged": Kind(
        "error", "This is no PDF that can be read: {reason}.", "Open it in a PDF reader, save it again, or ask its author for a sound copy."
    ),
    "pdf-empty": Kind("error", "This PDF has no pages.", "Ask its author for the file again."),
    "pdf-portfolio": Kind(
        "error", "This PDF is a portfolio: a folder of files, of which only a cover can be printed.", "Ask for the files themselves."
    ),
    "pdf-xfa": Kind(
        "error", "This PDF is a form that only one program can show (XFA).", "Ask its author to print it to a PDF and send that."
    ),
    "pdf-hidden-layers": Kind("error", "This PDF has hidden layers.", "Ask its author for a copy in which nothing is hidden."),
    "pdf-redaction": Kind(
        "error",
        "Something is marked for redaction but still there, on page {value}.",
        "Ask its author to apply the redactions and send the file again: what lies under the marks can be read.",
    ),
    "pdf-cropped-words": Kind(
        "error",
        "Words lie outside of what is seen of page {value}, cropped away or beside the sheet: whoever copies its text reads them.",
        "Ask its author to print what it shows to a new PDF, without printer's marks, or to delete those words.",
    ),
    "pdf-cropped": Kind(
        "advice",
        "Page {value} is cropped: what was cut off is not shown, but what there is of pictures stays in the file.",
        "Ask its author for a PDF of what it shows, if that matters.",
    ),
    "pdf-elsewhere": Kind(
        "error", "It holds {value}: what a reader sees could change.", "Ask its author to print it to a new PDF in which all is kept."
    ),
    "pdf-page-size": Kind("error", "Page {page} is {value} points, which no pack can hold.", "Ask for it on a size of paper, up to A0."),
    "pdf-too-much": Kind("error", "Its drawings unpack to more than a machine can hold.", "Ask its author to print it to a new PDF."),
    "pdf-many-pages": Kind(
        "error", "It has {value} pages; a paper of a pack has up to {most}.", "Ask its author whether it is meant, and split it."
    ),
    "pdf-repaired": Kind("advice", "The PDF was damaged and has been repaired.", "Look at its pages in the pack, or ask for a sound copy."),
    "pdf-restricted": Kind(
        "advice", "The PDF forbade some uses; in the pack it does not.", "Ask its author whether that is right, if you did not know."
    ),
    "pdf-attached": Kind("advice", "Files that it carried are left out: {value}.", "Add them as papers of their own, if they are meant."),
    "pdf-signed": Kind("advice", "Its digital signature is left out.", "Keep the signed file: a part of a pack can't be signed."),
    "pdf-form": Kind("advice", "Its form's fields are now part of its pages.", "Look at what they show."),
    "pdf-active": Kind("advice", "What acts by itself was taken out: {value}.", "Nothing needs doing; its author may wish to know."),
    "pdf-remarks": Kind("advice", "{value} of somebody's remarks were taken out.", "Ask its author whether the paper is final."),
    "pdf-scanned": Kind(
        "advice",
        "It is pictures of pages: nobody can search it or hear it read.",
        "Ask its author for the file that was printed and scanned.",
    ),
    "pack-not-accessible": Kind("advice", "Because of {value} {pack} can't say that everyone can read it (PDF/UA-1): {fault}", "{ask}"),
    "pack-not-archival": Kind(
        "advice",
        "Because of {value} {pack} can't say that it is made for the archive (PDF/A-2a).",
        "Ask its author to save it as PDF/A with tags: in Word, Save As PDF, Options, PDF/A compliant.",
    ),
    "pack-no-converter": Kind(
        "error", "{name} holds what a paper can't carry, and LibreOffice, which could print it, is not installed: {fault}", "{ask}"
    ),
    "pack-empty-control": Kind("error", "Nobody has filled in a field of {name}: {value}.", "Fill it in in Word, or delete it."),
    "strip-itself": Kind("error", "The file would be written over itself.", "Give --out another name: what is taken out is gone for good."),
    "pack-converter-failed": Kind("error", "LibreOffice could not print {name}: {why}.", "Ask its author for a PDF."),
    "pack-converted": Kind("advice", "{name} was printed by LibreOffice: {fault}", "Look at its pages in the pack, or ask for a PDF."),
    "pack-own-numbers": Kind(
        "advice",
        "{value} is a PDF that papers built before: its own page numbers stay beside the pack's.",
        "Name its report in the agenda, or its Word file: then the pack's numbers take their place.",
    ),
    "pack-picture": Kind("error", "{name} can't be used: {why}.", "Save it as PNG or JPEG."),
    # --- packs: the agenda
    "agenda-not-toml": Kind("error", "The agenda can't be read: {why}.", "Put texts in quotation marks, one key a line."),
    "agenda-unknown-key": Kind("error", "An agenda has no key {value}{hint}.", "Correct or delete it; docs/packs.md lists the keys."),
    "agenda-missing-key": Kind("error", "{key} is missing: {meaning}.", "Write it, such as {example}."),
    "agenda-wrong-value": Kind("error", "{key} can't be {value}.", "It takes {takes}."),
    "agenda-language": Kind(
        "error",
        "A pack's own words, such as those of its front sheet's headings, are English: {value} can't be its language.",
        "Leave language out, or write en-GB. Papers in other languages keep those that they say themselves.",
    ),
    "agenda-day": Kind("error", "{date} is a {data}, not a {value}.", "Correct the day or the date."),
    "agenda-published-after": Kind("error", "The agenda is published on {value}, after the meeting.", "Correct one of the dates."),
    "agenda-late": Kind(
        "advice",
        "The pack would be late: published on {value} it leaves {clear} clear days of {wanted}.",
        "Publish by {latest}, or say why it is late under notice, which is printed.",
    ),
    "agenda-late-told": Kind(
        "advice",
        "The pack is late, and says why: published on {value} it leaves {clear} clear days of {wanted}.",
        "It should have been out by {latest}.",
    ),
    "agenda-not-late": Kind(
        "advice", "The agenda is not late, so that its notice is not printed: {value}", "Empty notice, or correct the day of publication."
    ),
    "agenda-no-items": Kind("error", "The agenda has no items.", "Write a table [[items]], or a row of the sheet items, for each."),
    "agenda-no-sheet": Kind("error", "The workbook has no sheet {name}.", "Begin with one that has: papers new --agenda agenda.xlsx."),
    "agenda-key-twice": Kind("error", "{value} is there twice.", "Keep one of the rows."),
    "agenda-no-such-item": Kind(
        "error", "No item has the number {value}{hint}.", "Write the number of the item that the paper belongs to."
    ),
    "agenda-number-twice": Kind("error", "Two items have the number {value}.", "Give each its own."),
    "agenda-no-source": Kind("error", "The paper comes from nowhere.", "Name its file or its report, or write to_follow = true."),
    "agenda-two-sources": Kind("error", "The paper has a file and a report.", "Keep one of the two."),
    "agenda-here-already": Kind("error", "The paper is to follow, yet {value} is named.", "Take out to_follow or the file."),
    "agenda-no-paper": Kind(
        "error", "Which of the report's papers is meant is not said.", 'Write paper = "quarterly-performance-report" or another.'
    ),
    "agenda-other-kind": Kind("error", "{value} is no paper that a pack can take.", "Save it as a PDF. A pack takes: {choices}."),
    "agenda-no-alt": Kind("error", "The image {value} has no text alternative.", "Say under alt what it shows."),
    "agenda-procedure-reason": Kind("error", "There is no reason for {value}.", "Write procedure_reason: the law wants it published."),
    "agenda-not-key": Kind("error", "The item has a {value}, and is no key decision.", "Write key_decision = true, or take out {value}."),
    "agenda-no-decision-notice": Kind(
        "advice",
        "The key decision names neither its notice nor a way without one (SI 2012/2089, regulations 9 to 11).",
        "Write decision_reference, or procedure with procedure_reason.",
    ),
    "agenda-open-in-closed": Kind(
        "error", "The item is closed to the public, one of its papers is not.", "Classify the papers, not the item."
    ),
    "agenda-paragraph-unwanted": Kind(
        "error", "What is {value} has no paragraph of schedule 12A and no public interest test.", "Take them out, or write exempt."
    ),
    "agenda-urgent-executive": Kind(
        "advice",
        "An executive can't take an item as urgent by its chairman's leave (SI 2012/2089, regulation 6).",
        "Have it on the agenda for five clear days, or convene the meeting at shorter notice; a key decision also says its procedure.",
    ),
    "agenda-no-paragraph": Kind("error", "By which paragraph it is exempt is not said.", "Write paragraphs, from {first} to {last}."),
    "agenda-wrong-paragraph": Kind(
        "error", "{nation}'s schedule 12A has no paragraph {value} that makes a paper exempt.", "Choose from {first} to {last}."
    ),
    "agenda-no-test": Kind("error", "The public interest test is missing.", "Say under public_interest why secrecy outweighs disclosure."),
    # --- seals
    "not-a-folder": Kind("error", "{name} is no folder.", "Name the folder that holds the published files."),
    "seal-name": Kind("error", "{name} can't be sealed: {why}.", "Give it another name, or move it out of the folder."),
    "seal-clash": Kind(
        "error", "{name} and {other} are one file on systems that don't tell capitals or accents apart.", "Give one another name."
    ),
    "seal-strange": Kind("error", "{name} can't be sealed: {why}.", "Put the file itself in its place."),
    "seal-nothing": Kind("error", "{name} holds no file to seal.", "Build or copy the papers into it first."),
    "seal-there": Kind(
        "error",
        "{name} is sealed already, and {count} of its files are not as they were sealed.",
        "Ask papers verify which they are; --force seals the folder as it is now.",
    ),
    "seal-missing": Kind("error", "{name} has no manifest.json, so nothing can be verified.", "Seal the folder first: papers seal {name}."),
    "seal-damaged": Kind("error", "The manifest can't be trusted: {why}.", "Take it from the archive's own copy."),
    # --- what was published of a meeting
    "pack-published-gone": Kind(
        "error",
        "{value} was published on {pages} and is no longer in the agenda.",
        "Put it back: what was published stays. Of an item or a paper that is not taken after all say why under withdrawn.",
    ),
    "pack-published-withdrawn": Kind(
        "error", "{value} was published with the agenda and is withdrawn now.", "Publish that in a supplement: papers supplement."
    ),
    "pack-published-said": Kind(
        "advice",
        "The agenda has another {value} than when it was published.",
        "Put it back, or publish the new front sheet in the place of the old one, and say so.",
    ),
    "published-closed": Kind(
        "error",
        "{value} was published on {pages} for all to see, and is closed to the public now.",
        "Put back who may see it; or say under reclassified why it is closed, publish a supplement, and take its files off the web site.",
    ),
    "published-opened": Kind(
        "error",
        "{value}, on {pages}, was closed to the public when it was published, and is open now.",
        "Put back who may see it; or say under reclassified why it is open, and publish a supplement.",
    ),
    "published-take-off": Kind(
        "advice",
        "{value} is closed to the public now, and was published in {files}.",
        "Take these off the web site, with the file of item {item} and any consolidated pack: what is out there stays out there.",
    ),
    "published-leak": Kind(
        "error",
        "Words of {source}, which is closed to the public, are published already, in {name} ({where}): {value}.",
        "Take {name} off the web site and out of the folder; give the open paper that has them a mended file, with the reason in corrected; "
        "then make the supplement. Nothing was written.",
    ),
    "pack-published-moved": Kind(
        "error",
        "{value} was published on {pages} and would now stand on {now}.",
        "Undo what moved it, or publish what is new in a supplement: papers supplement.",
    ),
    "pack-published-changed": Kind(
        "error",
        "{value}, published on {pages}, is not what it was.",
        "Put the published file back, or say in `corrected` why another stands for it and publish a supplement: papers supplement.",
    ),
    "pack-published-new": Kind(
        "error", "{value} was not in the pack that was published.", "Publish it in a supplement: papers supplement."
    ),
    "pack-published-later": Kind(
        "error",
        "The pack that was published is no longer what the agenda says, but all that is new came out up to {value}.",
        "papers supplement --consolidated makes one pack of all that was published; papers verify DIR --from the agenda makes the published "
        "one again.",
    ),
    "supplement-changed": Kind(
        "error",
        "{value}, published on {pages}, is not what it was.",
        "Say in `corrected` why another paper stands for it, or put the published file back.",
    ),
    "supplement-uncorrected": Kind(
        "error",
        "{value} is marked as corrected, and its file is the one that was published on {pages}.",
        "Name the corrected file, or take out corrected.",
    ),
    "supplement-nothing": Kind("error", "Nothing is new since the last publication.", "Give a paper its file, or mark one as corrected."),
    "supplement-after": Kind("error", "A supplement of {value} comes after the meeting, on {data}.", "Correct --date."),
    "supplement-before": Kind("error", "A supplement of {value} comes before {what}, published on {data}.", "Correct --date."),
    "supplement-late": Kind(
        "advice",
        "Published on {value} the supplement leaves {clear} clear days of {wanted} for {items}.",
        "{ask}.",
    ),
    "supplement-first": Kind("error", "Nothing of this meeting was published yet.", "Publish the pack first: papers pack --publish."),
    "publications-damaged": Kind("error", "The record of what was published can't be trusted: {why}.", "Take it from a copy."),
    "pack-foreign": Kind(
        "error",
        "{name} is not as papers wrote it there: it is somebody's own, or was edited since.",
        "Move it to another folder; --force writes over it, or removes it where the pack has no such file.",
    ),
    "pack-of-another": Kind(
        "error",
        "{name} is of another meeting: {value}.",
        "Give --out a folder of this meeting's own; --force writes over the other's files.",
    ),
    "pack-removed": Kind(
        "advice", "{name} was left by an earlier run and is removed.", "Take it off the web site, too, if it was put there."
    ),
    "pack-leak": Kind(
        "error",
        "Words of {source}, which is closed to the public, stand in the public file ({where}): {value}",
        "Take them out of the paper that they came from. Nothing was written.",
    ),
    "pack-among-closed": Kind(
        "error",
        "The agenda itself lies in {name}, where the files for the public are to go; it names papers that are closed to the public.",
        "Give --out a folder of its own, in which neither the agenda nor its record nor a closed paper lies.",
    ),
    "pack-unseen-words": Kind(
        "error",
        "{name} has words that nobody sees in it, in the colour of what lies under them or too small to read: {value}.",
        "Ask its author to delete them, or to show them. The pack would print them for all to read.",
    ),
    "pack-same-paper": Kind(
        "error",
        "{value} is closed to the public, and the same file is {other}, which is open.",
        "Put the right file in the place of one of them. Nothing was written.",
    ),
    "pack-shared": Kind(
        "advice",
        "{source}, which is closed to the public, and {other}, which is open, both say ({where}): {value}",
        "Make sure that the public may read it; if not, take it out of the open paper.",
    ),
    "pack-unsearched": Kind(
        "advice", "{value} is closed to the public and has no words to look for in public files.", "Look for it with your own eyes."
    ),
    # --- leaks
    "leak-unsearchable": Kind(
        "error", "{name} can't be searched for restricted words: {why}.", "Take it out, or ask its author for a copy that can be opened."
    ),
}
