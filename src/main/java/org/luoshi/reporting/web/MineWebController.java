package org.luoshi.reporting.web;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.filling.BelowMine;
import org.luoshi.reporting.filling.OwedRounds;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What my unit and those below it owe now. */
@Controller
class MineWebController {

    private final OwedRounds owed;
    private final OpenRounds rounds;
    private final RegimeQueries regimes;
    private final Senders senders;
    private final Templates templates;

    MineWebController(OwedRounds owed, OpenRounds rounds, RegimeQueries regimes, Senders senders, Templates templates) {
        this.owed = owed;
        this.rounds = rounds;
        this.regimes = regimes;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping("/reporting/mine")
    View mine(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.reportingMine(page, owed.of(actor), below(page, actor), senders.ownPlaces(actor)));
    }

    private List<BelowMine> below(Page page, Actor actor) {
        List<BelowMine> below = new ArrayList<>();
        for (Regime regime : regimes.runningOn(page.today())) {
            regimes.current(regime.id(), page.today())
                    .map(round -> rounds.require(regime.key(), round.period()))
                    .ifPresent(open -> senders.ownPlaces(actor)
                            .forEach(place -> owed.below(open, place).ifPresent(below::add)));
        }
        return below;
    }
}
