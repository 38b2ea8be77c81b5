package org.luoshi.ledger.demonstration;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.ledger.figures.BulletinPlan;
import org.luoshi.ledger.figures.FigureGrouping;
import org.luoshi.ledger.figures.FiguresPeriod;
import org.luoshi.ledger.figures.LedgerBulletins;
import org.luoshi.ledger.views.SavedViews;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Demonstration;
import org.luoshi.platform.DemonstrationPart;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What the invented office does with its ledger day by day: views that it shares, a ceiling of its own, and last month's bulletin with a correction. */
@Component
class InventedMonthEnd implements DemonstrationPart {

    /** Behind the ledger itself. */
    private static final int ORDER = 150;

    private static final int CEILING = 25;

    private final SavedViews views;
    private final LedgerSettings settings;
    private final LedgerBulletins bulletins;
    private final OrganizationApi organization;
    private final AccessApi access;
    private final ZoneId zone;

    InventedMonthEnd(
            SavedViews views,
            LedgerSettings settings,
            LedgerBulletins bulletins,
            OrganizationApi organization,
            AccessApi access,
            ZoneId zone) {
        this.views = views;
        this.settings = settings;
        this.bulletins = bulletins;
        this.organization = organization;
        this.access = access;
        this.zone = zone;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void make(Demonstration demonstration) {
        LocalDate today = LocalDate.ofInstant(demonstration.now(), zone);
        Cast cast = new Cast(organization, access, today);
        Actor officer = cast.officers().get(0);
        demonstration.at(demonstration.now().minus(Duration.ofHours(3)), () -> {
            settings.set(LedgerSetting.UNIT_OPEN_CEILING, CEILING, cast.director());
            views.save("逾期未办结", "view=RED&cols=NUMBER,LEAD,DUE,ORIGINAL_DUE,OFFICER,STRIP", true, officer);
            views.save("领导批示在办", "kind=INSTRUCTION&cols=NUMBER,LEAD,DUE,LEADER,ACTIVITY", true, officer);
        });
        LocalDate lastMonth = today.withDayOfMonth(1).minusMonths(1);
        bulletin(demonstration, lastMonth, officer, cast.director());
    }

    private void bulletin(Demonstration demonstration, LocalDate month, Actor officer, Actor director) {
        BulletinPlan plan = new BulletinPlan(
                "%d年%d月督查工作通报".formatted(month.getYear(), month.getMonthValue()),
                new FiguresPeriod(month, month.plusMonths(1).minusDays(1)),
                List.of(FigureGrouping.UNIT, FigureGrouping.KIND),
                Map.of(BulletinPlan.WHOLE, "本月各单位总体按期办理。临期事项请提前报送进展，逾期的请说明原因。"),
                false);
        demonstration.at(demonstration.now().minus(Duration.ofHours(2)), () -> {
            UUID first = bulletins.draft(plan, officer);
            bulletins.issue(first, version(first, officer), Texts.SIMPLIFIED, director);
            UUID second = bulletins.correct(first, "附注中漏写统计口径，数字未变", officer);
            bulletins.issue(second, version(second, officer), Texts.SIMPLIFIED, director);
        });
    }

    private int version(UUID id, Actor viewer) {
        return bulletins.require(id, viewer).version();
    }
}
