package org.luoshi.meetings.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    void make(UUID meetingId, LocalDate day, Actor officer, Actor director) {
        List<UUID> units = organization.unitsOn(day).stream()
                .filter(unit -> unit.kind() == UnitKind.UNIT)
                .map(Unit::id)
                .limit(3)
                .toList();
        minutes.write(
                meetingId,
                new WrittenMinutes(
                        0,
                        "",
                        "领导小组成员",
                        "",
                        "听取了前一阶段情况，研究了下一步安排。",
                        List.of(
                                new WrittenDecision(
                                        "演示：把薄弱点位逐一核对，列出清单",
                                        "",
                                        true,
                                        units.get(0),
                                        List.of(units.get(1)),
                                        day.plusDays(45)),
                                new WrittenDecision(
                                        "演示：明确各段责任人并公布电话", "", true, units.get(2), List.of(), day.plusDays(30)),
                                new WrittenDecision("演示：同意所报的分工", "", false, null, List.of(), null))),
                officer);
        minutes.sign(meetingId, 1, "", director);
        filing.file(meetingId, officer);
    }
}
