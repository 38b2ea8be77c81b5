package org.luoshi.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.extraction.DocumentFacts;
import org.luoshi.intake.extraction.Proposal;
import org.luoshi.intake.extraction.ProposedItem;
import org.luoshi.intake.extraction.Span;
import org.luoshi.intake.reading.Paper;

/**
 * A proposal as programs get it, from the command line and from {@code POST /api/v1/intake}.
 *
 * @param uncovered spans of sentences with an obligation that no item covers
 */
public record ProposalView(Document document, List<Item> items, List<int[]> uncovered) {

    /**
     * The paper.
     *
     * @param date as {@code 2022-03-23}
     * @param text what was read; all spans count its code points from 0, the end behind the last
     */
    public record Document(
            @Nullable String title,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String date,
            boolean minutes,
            boolean firstLeads,
            String text) {}

    /**
     * A proposed item.
     *
     * @param ref its number in the paper
     * @param span first code point and the one behind the last
     * @param mode sole, lead_support, ordered, joint or none
     * @param confidence 0 to 1
     */
    public record Item(
            String ref,
            List<String> section,
            String task,
            int[] span,
            List<String> lead,
            List<String> support,
            List<String> guide,
            List<String> collectives,
            @Nullable String deadline,
            @Nullable String deadlineText,
            @Nullable String recurring,
            String mode,
            double confidence) {}

    public static ProposalView of(Paper paper, Proposal proposal) {
        CodePoints points = new CodePoints(paper.text());
        return new ProposalView(
                document(proposal.document(), paper.text()),
                proposal.items().stream().map(item -> item(item, points)).toList(),
                proposal.uncovered().stream().map(span -> span(span, points)).toList());
    }

    private static Document document(DocumentFacts facts, String text) {
        return new Document(
                facts.title(),
                facts.number(),
                facts.issuer(),
                day(facts.date()),
                facts.minutes(),
                facts.firstLeads(),
                text);
    }

    private static Item item(ProposedItem item, CodePoints points) {
        return new Item(
                item.reference(),
                item.section(),
                item.task(),
                span(item.span(), points),
                item.lead(),
                item.support(),
                item.guide(),
                item.collectives(),
                day(item.deadline()),
                item.deadlineText(),
                item.recurring() == null ? null : item.recurring().code(),
                item.mode().name().toLowerCase(Locale.ROOT),
                item.confidence());
    }

    private static int[] span(Span span, CodePoints points) {
        return new int[] {points.before(span.start()), points.before(span.end())};
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
