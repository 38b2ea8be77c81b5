package org.luoshi.reporting.review;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.jobs.JobsApi;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Round;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries the deletion out, period by period: each step is kept, and what broke off goes on where it was. Statistics stay. */
@Component
public class EndingWork {

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final EndingStore store;
    private final EndingService service;
    private final RegimeQueries regimes;
    private final TransactionTemplate transaction;

    EndingWork(EndingStore store, EndingService service, RegimeQueries regimes, TransactionTemplate transaction) {
        this.store = store;
        this.service = service;
        this.regimes = regimes;
        this.transaction = transaction;
    }

    /** Nothing for a regime whose deletion was not confirmed. */
    public Ending erase(Regime regime, Actor actor, JobsApi.Progress progress) {
        if (regime.erasedAt() == null) {
            throw EndingError.NOT_ASKED.plain();
        }
        List<String> codes = codes(regime);
        List<Round> rounds = regimes.rounds(regime.id(), EVER, Integer.MAX_VALUE);
        for (int n = 0; n < rounds.size(); n++) {
            progress.checkCancelled();
            erase(regime, rounds.get(n), codes);
            progress.at(n + 1L, rounds.size());
        }
        return transaction.execute(status -> {
            store.removeRefusals(regime.id());
            service.removed(
                    regime,
                    0,
                    store.remove("draft", regime.id()),
                    store.remove("link", regime.id()) + store.remove("offline_file", regime.id()),
                    store.removeContacts(regime.id()));
            return service.done(regime, actor);
        });
    }

    /** What was being written while the deletion was confirmed: a second look, some time later. */
    void eraseAgain(Regime regime) {
        List<String> codes = codes(regime);
        regimes.rounds(regime.id(), EVER, Integer.MAX_VALUE).forEach(round -> erase(regime, round, codes));
    }

    private void erase(Regime regime, Round round, List<String> codes) {
        if (!codes.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> service.removed(regime, store.erase(regime.id(), round.period(), codes), 0, 0, 0));
        }
    }

    private List<String> codes(Regime regime) {
        return store.personalFields(regime.id()).stream()
                .map(EndingStore.Field::code)
                .toList();
    }
}
