package org.luoshi.intake.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.extraction.DocumentFacts;
import org.luoshi.intake.extraction.Proposal;

/**
 * What will be filed of a paper, as the officer has left it.
 *
 * @param items in the order of the paper
 * @param sentences that no item covers, in the order of the paper
 * @param names what was decided about written names: {@code use:<id>}, {@code new} or {@code leave}
 * @param again to be filed although the same file was filed before
 */
public record PaperDraft(
        String title,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate date,
        boolean minutes,
        List<IntakeItem> items,
        List<IntakeSentence> sentences,
        Map<String, String> names,
        boolean again) {

    static PaperDraft of(Proposal proposal, String fallbackTitle) {
        DocumentFacts facts = proposal.document();
        List<IntakeItem> items = new ArrayList<>();
        proposal.items().forEach(item -> items.add(IntakeItem.of(items.size() + 1, item)));
        List<IntakeSentence> sentences = new ArrayList<>();
        proposal.uncovered()
                .forEach(span -> sentences.add(new IntakeSentence(
                        sentences.size() + 1, span.start(), span.end(), IntakeSentence.Status.OPEN, null)));
        String title = facts.title();
        return new PaperDraft(
                title == null ? fallbackTitle : title,
                facts.number(),
                facts.issuer(),
                facts.date(),
                facts.minutes(),
                items,
                sentences,
                Map.of(),
                false);
    }

    public List<IntakeItem> kept() {
        return items.stream().filter(IntakeItem::isKept).toList();
    }

    public long open() {
        return sentences.stream().filter(IntakeSentence::isOpen).count();
    }

    /** True where a limit could not be told because nobody knows of which year it speaks. */
    public boolean wantsDate() {
        return date == null
                && items.stream()
                        .anyMatch(item -> item.due() == null && item.dueText() != null && item.recurring() == null);
    }

    public IntakeItem item(int id) {
        return items.stream()
                .filter(item -> item.id() == id)
                .findFirst()
                .orElseThrow(() -> IntakeError.NO_SUCH_ITEM.with(Map.of("item", id)));
    }

    public IntakeSentence sentence(int id) {
        return sentences.stream()
                .filter(sentence -> sentence.id() == id)
                .findFirst()
                .orElseThrow(() -> IntakeError.NO_SUCH_SENTENCE.with(Map.of("sentence", id)));
    }

    /** The names of units in items, with how often each is written, in the order of the paper. */
    static Map<String, Integer> written(List<IntakeItem> items) {
        Map<String, Integer> written = new LinkedHashMap<>();
        items.stream()
                .flatMap(item ->
                        Stream.of(item.lead(), item.support(), item.guide()).flatMap(List::stream))
                .forEach(name -> written.merge(name, 1, Integer::sum));
        return written;
    }

    PaperDraft change(int id, UnaryOperator<IntakeItem> change) {
        IntakeItem changed = change.apply(item(id));
        return withItems(
                items.stream().map(item -> item.id() == id ? changed : item).toList());
    }

    PaperDraft changeSentence(int id, UnaryOperator<IntakeSentence> change) {
        IntakeSentence changed = change.apply(sentence(id));
        return new PaperDraft(
                title,
                number,
                issuer,
                date,
                minutes,
                items,
                sentences.stream()
                        .map(sentence -> sentence.id() == id ? changed : sentence)
                        .toList(),
                names,
                again);
    }

    /** The next kept item goes into this one. */
    PaperDraft join(int id) {
        IntakeItem first = item(id);
        IntakeItem next = items.stream()
                .filter(item -> item.isKept() && items.indexOf(item) > items.indexOf(first))
                .findFirst()
                .orElseThrow(IntakeError.NOTHING_TO_JOIN::plain);
        IntakeItem joined = first.joinedWith(next);
        return withItems(items.stream()
                .filter(item -> item.id() != next.id())
                .map(item -> item.id() == id ? joined : item)
                .toList());
    }

    /** Two items, cut at a place in the body. Their words are those of the paper. */
    PaperDraft split(int id, int at, String body) {
        IntakeItem whole = item(id);
        if (at <= whole.start() || at >= whole.end()) {
            throw IntakeError.NOT_A_PLACE.plain();
        }
        List<IntakeItem> split = new ArrayList<>();
        for (IntakeItem item : items) {
            if (item.id() == id) {
                split.add(part(whole, id, whole.start(), at, body));
                split.add(part(whole, nextId(), at, whole.end(), body));
            } else {
                split.add(item);
            }
        }
        return withItems(split);
    }

    private static IntakeItem part(IntakeItem whole, int id, int start, int end, String body) {
        String words = body.substring(start, end).strip();
        if (words.isEmpty()) {
            throw IntakeError.NOT_A_PLACE.plain();
        }
        int from = body.indexOf(words, start);
        return whole.withWords(id, from, from + words.length(), words);
    }

    /** A passage becomes an item of its own, owned by nobody yet; sentences inside it are covered now. */
    PaperDraft add(int start, int end, String body) {
        boolean outside = start < 0 || end > body.length() || start >= end;
        if (outside || items.stream().anyMatch(item -> item.isKept() && item.start() < end && item.end() > start)) {
            throw IntakeError.NOT_A_PLACE.plain();
        }
        IntakeItem added = new IntakeItem(
                nextId(),
                "",
                "",
                start,
                end,
                body.substring(start, end).strip(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                1,
                IntakeItem.Status.KEPT,
                null);
        List<IntakeItem> all = new ArrayList<>(items);
        all.add(added);
        all.sort(Comparator.comparingInt(IntakeItem::start));
        List<IntakeSentence> left = sentences.stream()
                .filter(sentence -> sentence.end() <= start || sentence.start() >= end)
                .toList();
        return new PaperDraft(title, number, issuer, date, minutes, all, left, names, again);
    }

    private int nextId() {
        return items.stream().mapToInt(IntakeItem::id).max().orElse(0) + 1;
    }

    private PaperDraft withItems(List<IntakeItem> changed) {
        return new PaperDraft(title, number, issuer, date, minutes, changed, sentences, names, again);
    }

    /** What another look with the date of the paper says: limits that could not be told before. Nothing that a person changed. */
    PaperDraft withDate(LocalDate day, PaperDraft anew) {
        List<IntakeItem> dated = items.stream()
                .map(item -> item.due() != null || item.dueText() == null
                        ? item
                        : anew.items.stream()
                                .filter(other -> other.start() == item.start()
                                        && item.dueText().equals(other.dueText()))
                                .findFirst()
                                .map(other -> item.withDue(other.due()))
                                .orElse(item))
                .toList();
        return new PaperDraft(title, number, issuer, day, minutes, dated, sentences, names, again);
    }

    PaperDraft withFacts(
            String newTitle,
            @Nullable String newNumber,
            @Nullable LocalDate day,
            Map<String, String> decided,
            boolean repeat) {
        return new PaperDraft(newTitle, newNumber, issuer, day, minutes, items, sentences, Map.copyOf(decided), repeat);
    }
}
