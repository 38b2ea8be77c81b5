package org.luoshi.intake.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.extraction.ProposedItem;
import org.luoshi.intake.extraction.Recurrence;

/**
 * A proposed item as the officer has left it.
 *
 * @param id number in this paper; stays when others come and go
 * @param reference its number in the paper: （三）, 5-2
 * @param start first character of its words in the body (UTF-16)
 * @param end behind the last
 * @param due a day; null without limit
 * @param dueText the words of the limit
 * @param confidence of the proposal, 0 to 1; 1 once a person has changed it
 */
public record IntakeItem(
        int id,
        String reference,
        String section,
        int start,
        int end,
        String task,
        List<String> lead,
        List<String> support,
        List<String> guide,
        @Nullable LocalDate due,
        @Nullable String dueText,
        @Nullable Recurrence recurring,
        double confidence,
        Status status,
        @Nullable String word) {

    private static final int LONGEST_TITLE = 120;

    /** What becomes of it. */
    public enum Status {
        /** It will be filed. */
        KEPT,
        /** Another item answers it; {@code word} is that item. */
        COVERED,
        /** It asks for nothing; {@code word} says why. */
        NONE,
        /** It was no item; its words stay without one. */
        DROPPED
    }

    static IntakeItem of(int id, ProposedItem item) {
        return new IntakeItem(
                id,
                item.reference(),
                String.join(" ／ ", item.section()),
                item.span().start(),
                item.span().end(),
                item.task(),
                item.lead(),
                item.support(),
                item.guide(),
                item.deadline(),
                item.deadlineText(),
                item.recurring(),
                item.confidence(),
                Status.KEPT,
                null);
    }

    @JsonIgnore
    public boolean isKept() {
        return status == Status.KEPT;
    }

    /** The first sentence, for lists and for the ledger's title. */
    public String title() {
        int end = task.length();
        for (char stop : new char[] {'。', '\n', '；'}) {
            int at = task.indexOf(stop);
            end = at >= 4 ? Math.min(end, at) : end;
        }
        String title = task.substring(0, end).strip();
        int longest = Math.min(title.length(), LONGEST_TITLE);
        return title.codePointCount(0, title.length()) > LONGEST_TITLE
                ? title.substring(0, title.offsetByCodePoints(0, longest - 1)) + "…"
                : title;
    }

    IntakeItem withStatus(Status changed, @Nullable String said) {
        return new IntakeItem(
                id,
                reference,
                section,
                start,
                end,
                task,
                lead,
                support,
                guide,
                due,
                dueText,
                recurring,
                confidence,
                changed,
                said);
    }

    IntakeItem withDue(@Nullable LocalDate day) {
        return new IntakeItem(
                id,
                reference,
                section,
                start,
                end,
                task,
                lead,
                support,
                guide,
                day,
                dueText,
                recurring,
                confidence,
                status,
                word);
    }

    IntakeItem withWords(int number, int from, int to, String words) {
        return new IntakeItem(
                number,
                reference,
                section,
                from,
                to,
                words,
                lead,
                support,
                guide,
                due,
                dueText,
                recurring,
                1,
                Status.KEPT,
                null);
    }

    /** As typed by the officer. */
    IntakeItem edited(
            String words,
            List<String> leads,
            List<String> helpers,
            List<String> guides,
            @Nullable LocalDate day,
            @Nullable Recurrence often) {
        boolean sameDay = day == null ? due == null : day.equals(due);
        return new IntakeItem(
                id,
                reference,
                section,
                start,
                end,
                words,
                leads,
                helpers,
                guides,
                day,
                sameDay ? dueText : null,
                often,
                1,
                Status.KEPT,
                null);
    }

    /** This one and the next as one: the first leads, everybody else helps, the earlier limit counts. */
    IntakeItem joinedWith(IntakeItem next) {
        Set<String> helpers = new LinkedHashSet<>(support);
        helpers.addAll(next.lead);
        helpers.addAll(next.support);
        lead.forEach(helpers::remove);
        Set<String> guides = new LinkedHashSet<>(guide);
        guides.addAll(next.guide);
        boolean nextIsEarlier = next.due != null && (due == null || next.due.isBefore(due));
        return new IntakeItem(
                id,
                reference,
                section,
                Math.min(start, next.start),
                Math.max(end, next.end),
                task + "\n" + next.task,
                lead.isEmpty() ? next.lead : lead,
                lead.isEmpty() ? next.support : new ArrayList<>(helpers),
                new ArrayList<>(guides),
                nextIsEarlier ? next.due : due,
                nextIsEarlier ? next.dueText : dueText,
                recurring == null ? next.recurring : recurring,
                1,
                Status.KEPT,
                null);
    }
}
