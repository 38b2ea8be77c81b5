package org.luoshi.meetings.after;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.FiledPaper;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the decisions of signed minutes to the supervision ledger: the minutes become its paper, each decision an item with its sentence. */
@Service
@Transactional
public class DecisionFiling {

    /** The ledger's kind for what meetings decide. */
    private static final String MEETING = "MEETING";

    private final MinutesStore store;
    private final MeetingRights rights;
    private final LedgerApi ledger;
    private final HistoryApi history;
    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;

    DecisionFiling(
            MinutesStore store,
            MeetingRights rights,
            LedgerApi ledger,
            HistoryApi history,
            Texts texts,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.ledger = ledger;
        this.history = history;
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
    }

    /** Once: pressed twice, it is done once. */
    public void file(UUID meetingId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        Minutes minutes = store.find(meetingId).orElseThrow(MinutesError.NOT_WRITTEN::plain);
        if (minutes.signedAt() == null) {
            throw MinutesError.NOT_SIGNED.plain();
        }
        if (minutes.sourceId() != null) {
            throw MinutesError.FILED.plain();
        }
        List<MeetingDecision> decisions = store.decisions(meetingId);
        List<MeetingDecision> handed =
                decisions.stream().filter(MeetingDecision::handed).toList();
        if (handed.isEmpty()) {
            throw MinutesError.NOTHING_TO_HAND.plain();
        }
        FiledPaper filed = ledger.filePaper(
                paper(meeting, minutes, decisions, handed), "meetings-" + meetingId, new Quiet(), actor);
        store.filed(meetingId, filed.sourceId(), clock.instant());
        for (int n = 0; n < handed.size(); n++) {
            store.handed(handed.get(n).id(), filed.itemIds().get(n));
        }
        history.record(
                new HistoryFact(
                        meetingId,
                        "meetings.minutes",
                        meetingId,
                        "handed",
                        Map.of("title", meeting.title(), "count", handed.size()),
                        null),
                actor);
    }

    /** The text of the minutes with one decision a line, so that each item keeps the sentence it came from. */
    private PaperToFile paper(
            Meeting meeting, Minutes minutes, List<MeetingDecision> decisions, List<MeetingDecision> handed) {
        StringBuilder body = new StringBuilder(meeting.title());
        if (!minutes.body().isEmpty()) {
            body.append('\n').append(minutes.body());
        }
        List<PaperToFile.Clause> clauses = new ArrayList<>();
        List<PaperToFile.Item> items = new ArrayList<>();
        for (MeetingDecision decision : decisions) {
            body.append('\n');
            int start = body.codePointCount(0, body.length());
            body.append(decision.text());
            int end = body.codePointCount(0, body.length());
            if (handed.contains(decision)) {
                clauses.add(new PaperToFile.Clause(start, end, new PaperToFile.NewItem(items.size())));
                items.add(item(decision));
            } else {
                clauses.add(new PaperToFile.Clause(
                        start, end, new PaperToFile.NeedsNone(texts.get(Texts.SIMPLIFIED, "meetings.minutes.noted"))));
            }
            if (!decision.requirement().isEmpty()) {
                body.append('\n').append(decision.requirement());
            }
        }
        return new PaperToFile(
                MEETING,
                meeting.title(),
                minutes.number().isEmpty() ? null : minutes.number(),
                LocalDate.ofInstant(meeting.startsAt(), zone),
                null,
                body.toString(),
                List.of(),
                clauses,
                items);
    }

    private static PaperToFile.Item item(MeetingDecision decision) {
        return new PaperToFile.Item(
                decision.text(),
                decision.requirement().isEmpty() ? List.of() : List.of(decision.requirement()),
                decision.due(),
                Cycle.ONCE,
                null,
                decision.leadUnit(),
                decision.coUnits().stream()
                        .map(unit -> new PaperToFile.CoUnit(unit, null, null))
                        .toList(),
                null);
    }

    /** A few items need no progress. */
    private static final class Quiet implements JobsApi.Progress {

        @Override
        public void at(long done, long total) {}

        @Override
        public void checkCancelled() {}
    }
}
