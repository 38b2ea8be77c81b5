package org.luoshi.meetings.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MoveEffect;
import org.luoshi.meetings.core.MoveEffects;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a move would mean for receipts and for those who come from outside. */
@Component
@Transactional(readOnly = true)
class InvitationEffects implements MoveEffects {

    private static final int NAMED = 5;

    private final MeetingNoticeStore notices;
    private final ReceiptStore receipts;
    private final Attendees attendees;
    private final OrganizationApi organization;

    InvitationEffects(
            MeetingNoticeStore notices, ReceiptStore receipts, Attendees attendees, OrganizationApi organization) {
        this.notices = notices;
        this.receipts = receipts;
        this.attendees = attendees;
        this.organization = organization;
    }

    @Override
    public List<MoveEffect> of(Meeting before, Meeting after, Actor viewer, Page page) {
        Optional<MeetingNotice> newest = notices.newest(before.id());
        if (newest.isEmpty()) {
            return List.of();
        }
        String href = InvitationDesk.address(before.id()) + "/receipts";
        List<MeetingReceipt> given = receipts.of(before.id());
        List<MoveEffect> effects = new ArrayList<>();
        effects.add(effect(
                MoveEffect.Topic.RECEIPTS,
                MoveEffect.Weight.TELLS,
                page.t(
                        "meetings.invitation.effect.notice",
                        "number",
                        newest.get().number() + 1,
                        "units",
                        attendees.invited(before.id()).size()),
                InvitationDesk.address(before.id()) + "/notice"));
        if (!given.isEmpty()) {
            effects.add(effect(
                    MoveEffect.Topic.RECEIPTS,
                    MoveEffect.Weight.ASKS,
                    page.t("meetings.invitation.effect.again", "count", given.size()),
                    href));
        }
        declined(given, page, href).ifPresent(effects::add);
        reportBy(newest.get(), after, page).ifPresent(effects::add);
        outsiders(before, page, href).ifPresent(effects::add);
        return effects;
    }

    private static MoveEffect effect(MoveEffect.Topic topic, MoveEffect.Weight weight, String text, String href) {
        return new MoveEffect(topic, weight, text, href);
    }

    /** They could perhaps come on another day. */
    private Optional<MoveEffect> declined(List<MeetingReceipt> given, Page page, String href) {
        List<UUID> units = given.stream()
                .filter(receipt -> !receipt.coming())
                .map(MeetingReceipt::unitId)
                .toList();
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(effect(
                        MoveEffect.Topic.RECEIPTS,
                        MoveEffect.Weight.ASKS,
                        page.t(
                                "meetings.invitation.effect.declined",
                                "count",
                                units.size(),
                                "units",
                                named(organization.inOfficialOrder(units))),
                        href));
    }

    private static Optional<MoveEffect> reportBy(MeetingNotice newest, Meeting after, Page page) {
        Instant reportBy = newest.reportBy();
        return reportBy == null || reportBy.isBefore(after.startsAt())
                ? Optional.empty()
                : Optional.of(effect(
                        MoveEffect.Topic.RECEIPTS,
                        MoveEffect.Weight.ASKS,
                        page.t("meetings.invitation.effect.report-by", "at", page.due(reportBy)),
                        InvitationDesk.address(after.id()) + "/notice"));
    }

    private Optional<MoveEffect> outsiders(Meeting meeting, Page page, String href) {
        Map<UUID, Unit> units = organization.units(attendees.invited(meeting.id()).stream()
                .map(InvitedUnit::unitId)
                .toList());
        Set<UUID> outside = units.values().stream()
                .filter(unit -> unit.kind() != UnitKind.OFFICE && unit.kind() != UnitKind.DIVISION)
                .map(Unit::id)
                .collect(Collectors.toSet());
        long people = attendees.of(meeting.id()).stream()
                .filter(one -> one.unitId() != null && outside.contains(one.unitId()))
                .count();
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(effect(
                        MoveEffect.Topic.OUTSIDERS,
                        MoveEffect.Weight.TELLS,
                        page.t("meetings.invitation.effect.outside", "units", outside.size(), "people", people),
                        href));
    }

    private static String named(List<Unit> units) {
        String names = units.stream().limit(NAMED).map(Unit::shortName).collect(Collectors.joining("、"));
        return units.size() > NAMED ? names + "…" : names;
    }
}
