package org.luoshi.reporting.filling;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.stereotype.Service;

/** Sends what a person typed; what cannot be taken for what it says is kept as a draft. */
@Service
public class FillingService {

    private static final Set<ErrorCode> MENDABLE = Set.of(
            ReportingError.RULE_BROKEN,
            ReportingError.FIELD_MISSING,
            ReportingError.FIELD_WRONG,
            ReportingError.REASON_MISSING,
            ReportingError.NO_SIGNER,
            ReportingError.DATABASE_AWAY);

    private final ReportDesk desk;
    private final ReportDrafts drafts;

    FillingService(ReportDesk desk, ReportDrafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    /**
     * Returns when it is on the disk.
     *
     * @param actor who sends it; null for the visitor of a link, whose right was proven by it
     */
    public Receipt send(OpenRound open, long place, TypedReport typed, @Nullable Actor actor, Channel channel) {
        try {
            Receipt receipt = desk.hand(
                    open.regime().key(),
                    open.round().period(),
                    new Incoming(
                            place,
                            null,
                            typed.isZero(),
                            typed.values(),
                            typed.at("signer"),
                            actor,
                            channel,
                            typed.seen(),
                            typed.reason(),
                            typed.isLast()));
            drafts.drop(open, place);
            return receipt;
        } catch (BusinessException refusal) {
            if (MENDABLE.contains(refusal.error())
                    && !typed.isZero()
                    && !typed.kept().isEmpty()) {
                keep(open, place, typed, actor);
            }
            throw refusal;
        }
    }

    private void keep(OpenRound open, long place, TypedReport typed, @Nullable Actor actor) {
        UUID by = actor == null ? null : actor.personId();
        try {
            drafts.keep(open, place, typed.kept(), by);
        } catch (org.springframework.dao.DataAccessException
                | org.springframework.transaction.TransactionException away) {
            // The page still holds what was typed; a draft is only a second place for it.
            org.slf4j.LoggerFactory.getLogger(FillingService.class).warn("A draft could not be kept", away);
        }
    }
}
