package org.luoshi.meetings.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.after.DecisionFiling;
import org.luoshi.meetings.after.MinutesService;
import org.luoshi.meetings.after.WrittenMinutes;
import org.luoshi.meetings.after.WrittenMinutes.WrittenDecision;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Minutes of an invented meeting, with two decisions for the ledger and one that is noted. */
@Component
class InventedDecisions {

    private final MinutesService minutes;
    private final DecisionFiling filing;
    private final OrganizationApi organization;

    InventedDecisions(MinutesService minutes, DecisionFiling filing, OrganizationApi organization) {
        this.minutes = minutes;
        this.filing = filing;
        this.organization = organization;
    }

    /**
     * Minutes, written and signed.
     *
     * @param handedOn the day on which what is to be done goes to the ledger; null where nothing of it does
     */
    void write(UUID meetingId, LocalDate day, @Nullable LocalDate handedOn, Actor officer, Actor director) {
        List<WrittenDecision> decided = new ArrayList<>(handedOn == null ? List.of() : toBeDone(day, handedOn));
        decided.add(decision("演示：同意所报的分工", null, List.of(), null));
        minutes.write(meetingId, new WrittenMinutes(0, "", "领导小组成员", "", "听取了前一阶段情况，研究了下一步安排。", decided), officer);
        minutes.sign(meetingId, 1, "", director);
    }

    void hand(UUID meetingId, Actor officer) {
        filing.file(meetingId, officer);
    }

    private List<WrittenDecision> toBeDone(LocalDate day, LocalDate handedOn) {
        List<UUID> units = organization.unitsOn(day).stream()
                .filter(unit -> unit.kind() == UnitKind.UNIT)
                .map(Unit::id)
                .limit(3)
                .toList();
        return List.of(
                decision("演示：把薄弱点位逐一核对，列出清单", units.get(0), List.of(units.get(1)), handedOn.plusDays(45)),
                decision("演示：明确各段责任人并公布电话", units.get(2), List.of(), handedOn.plusDays(30)));
    }

    private static WrittenDecision decision(
            String text, @Nullable UUID lead, List<UUID> coUnits, @Nullable LocalDate due) {
        return new WrittenDecision(text, "", lead != null, lead, coUnits, due);
    }
}
