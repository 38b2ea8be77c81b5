package org.luoshi.intake.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.CodePoints;
import org.luoshi.intake.core.IntakeItem;
import org.luoshi.intake.core.IntakePaper;
import org.luoshi.intake.core.IntakeSentence;
import org.luoshi.intake.core.PaperDraft;
import org.luoshi.organization.WrittenName;

/**
 * A stretch of a paper beside its items: as much of both as a page can bear.
 *
 * @param entries items and uncovered sentences of this page, in the order of the paper
 * @param pieces the paper's text on this page, cut where items and sentences begin and end
 * @param number of this page, from 1
 */
public record PaperView(
        IntakePaper paper,
        List<Entry> entries,
        List<Piece> pieces,
        int number,
        int pages,
        Map<String, WrittenName> names) {

    private static final int ON_A_PAGE = 60;

    /** An item or a sentence; exactly one of them. */
    public record Entry(@Nullable IntakeItem item, @Nullable IntakeSentence sentence) {
        int start() {
            return item != null ? item.start() : sentence != null ? sentence.start() : 0;
        }

        int end() {
            return item != null ? item.end() : sentence != null ? sentence.end() : 0;
        }

        String anchor() {
            return item != null ? "i" + item.id() : sentence != null ? "s" + sentence.id() : "";
        }

        String look() {
            if (item != null) {
                return item.isKept() ? "item tint-" + item.id() % 4 : "not-item";
            }
            return sentence != null && sentence.isOpen() ? "uncovered" : "settled";
        }
    }

    /**
     * A piece of the text.
     *
     * @param start in code points, as marks made in the browser are counted
     * @param anchor of the card it belongs to; empty where it belongs to none
     * @param look class of the mark
     */
    public record Piece(int start, String text, String anchor, String look) {}

    static PaperView of(IntakePaper paper, int wanted, Function<List<IntakeItem>, Map<String, WrittenName>> naming) {
        PaperDraft draft = paper.draft();
        List<Entry> all = Stream.concat(
                        draft.items().stream().map(item -> new Entry(item, null)),
                        draft.sentences().stream().map(sentence -> new Entry(null, sentence)))
                .sorted(Comparator.comparingInt(Entry::start))
                .toList();
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int number = Math.min(Math.max(1, wanted), pages);
        List<Entry> here =
                all.subList(Math.min(all.size(), (number - 1) * ON_A_PAGE), Math.min(all.size(), number * ON_A_PAGE));
        int from = number == 1 ? 0 : here.get(0).start();
        int to = number == pages
                ? paper.body().length()
                : all.get(number * ON_A_PAGE).start();
        List<IntakeItem> items =
                here.stream().map(Entry::item).filter(Objects::nonNull).toList();
        return new PaperView(
                paper, here, pieces(paper.body(), from, Math.max(from, to), here), number, pages, naming.apply(items));
    }

    private static List<Piece> pieces(String body, int from, int to, List<Entry> entries) {
        CodePoints points = new CodePoints(body);
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Entry entry : entries) {
            int start = Math.max(at, entry.start());
            int end = Math.min(to, entry.end());
            if (start >= end) {
                continue;
            }
            if (at < start) {
                pieces.add(new Piece(points.before(at), body.substring(at, start), "", ""));
            }
            pieces.add(new Piece(points.before(start), body.substring(start, end), entry.anchor(), entry.look()));
            at = end;
        }
        if (at < to) {
            pieces.add(new Piece(points.before(at), body.substring(at, to), "", ""));
        }
        return pieces;
    }

    /** The page on which an item stands. */
    static int pageOf(PaperDraft draft, int start) {
        long before =
                draft.items().stream().filter(item -> item.start() < start).count()
                        + draft.sentences().stream()
                                .filter(sentence -> sentence.start() < start)
                                .count();
        return (int) before / ON_A_PAGE + 1;
    }

    /** What a name on a card means: found, new, left out, or still to be decided. */
    public String standing(String name) {
        WrittenName known = names.get(name);
        if (known == null || known.isLeftOut()) {
            return "left";
        }
        return known.certain() ? "found" : known.isDecided() ? "new" : "asked";
    }

    /** Places where an item may be cut: the beginnings of its sentences but the first. */
    public List<Piece> cuts(IntakeItem item) {
        List<Piece> cuts = new ArrayList<>();
        String body = paper.body();
        for (int i = item.start(); i < item.end() - 1; i++) {
            boolean ends = "。；！？\n".indexOf(body.charAt(i)) >= 0;
            int next = i + 1;
            while (ends
                    && next < item.end()
                    && (Character.isWhitespace(body.charAt(next)) || "。；”）)".indexOf(body.charAt(next)) >= 0)) {
                next++;
            }
            if (ends && next < item.end()) {
                int until = Math.min(item.end(), next + 24);
                cuts.add(new Piece(next, body.substring(next, until).strip(), "", ""));
                i = next - 1;
            }
        }
        return cuts;
    }
}
