package org.luoshi.meetings.core;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** Which rule or limit a move would touch that was not touched before. */
@Component
class RuleEffects implements MoveEffects {

    private final MeetingRuleChecks checks;
    private final MeetingKinds kinds;
    private final WorktimeApi worktime;
    private final ZoneId zone;

    RuleEffects(MeetingRuleChecks checks, MeetingKinds kinds, WorktimeApi worktime, ZoneId zone) {
        this.checks = checks;
        this.kinds = kinds;
        this.worktime = worktime;
        this.zone = zone;
    }

    @Override
    public List<MoveEffect> of(Meeting before, Meeting after, Actor viewer, Page page) {
        List<MoveEffect> effects = new ArrayList<>();
        Set<String> broken = checks.of(before).stream()
                .filter(RuleResult::isBreached)
                .map(result -> result.rule().id())
                .collect(Collectors.toSet());
        checks.of(after).stream()
                .filter(result ->
                        result.isBreached() && !broken.contains(result.rule().id()))
                .forEach(result -> effects.add(effect(result, after, page)));
        kinds.find(after.kind())
                .map(MeetingKind::longestMinutes)
                .filter(longest -> after.minutes() > longest)
                .ifPresent(longest -> effects.add(new MoveEffect(
                        MoveEffect.Topic.RULES,
                        MoveEffect.Weight.ASKS,
                        page.t("meetings.move.too-long", "minutes", after.minutes(), "longest", longest),
                        "/meetings/kinds")));
        if (!worktime.isWorkingDay(after.day(zone))) {
            effects.add(new MoveEffect(
                    MoveEffect.Topic.RULES,
                    MoveEffect.Weight.ASKS,
                    page.t("meetings.ask.free-day", "day", page.day(after.day(zone))),
                    "/worktime"));
        }
        return effects;
    }

    private static MoveEffect effect(RuleResult result, Meeting after, Page page) {
        boolean stops =
                result.refuses() || result.wantsReason() && after.reasonGiven().isEmpty();
        return new MoveEffect(
                MoveEffect.Topic.RULES,
                stops ? MoveEffect.Weight.STOPS : MoveEffect.Weight.ASKS,
                page.t(result.rule().textKey()) + " " + result.passport(page),
                null);
    }
}
