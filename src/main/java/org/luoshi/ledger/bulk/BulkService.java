package org.luoshi.ledger.bulk;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one step on many items. Each item is a transaction of its own and keeps all the rules of the single step: what one of them refuses
 * harms no other, and what was done stays done and is written down with its outcome.
 */
@Service
public class BulkService {

    /** More than this at once is no longer looked at by anybody. */
    public static final int MOST = 500;

    private static final int LONGEST_LABEL = 60;

    private final BulkTargets targets;
    private final SupervisionService supervision;
    private final RequestService requests;
    private final ItemSteps items;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkService(
            BulkTargets targets,
            SupervisionService supervision,
            RequestService requests,
            ItemSteps items,
            JdbcClient jdbc,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.targets = targets;
        this.supervision = supervision;
        this.requests = requests;
        this.items = items;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the step would touch, as things stand now. Nothing is done. */
    public List<BulkTarget> plan(BulkOrder order, Actor actor) {
        requireSize(order, actor);
        return targets.of(order, actor);
    }

    /** Takes the step and answers with the id of its outcome. Refused as a whole: nothing chosen, too many, a field that the step needs. */
    public UUID carryOut(BulkOrder order, Actor actor) {
        requireSize(order, actor);
        requireFields(order);
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into ledger.bulk_step (id, action, person_id, person, happened_at)
                values (:id, :action, :personId, :person, :at)
                """)
                .param("id", id)
                .param("action", order.action().name())
                .param("personId", actor.personId())
                .param("person", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
        int position = 0;
        for (BulkTarget target : targets.of(order, actor)) {
            BusinessException refusal = take(order, target, id, position, actor);
            if (refusal != null) {
                write(id, position, target, refusal);
            }
            position++;
        }
        return id;
    }

    private static void requireSize(BulkOrder order, Actor actor) {
        if (!order.action().isOpenTo(actor)) {
            throw BulkError.NOT_YOURS.plain();
        }
        if (order.items().isEmpty()) {
            throw BulkError.NOTHING_CHOSEN.plain();
        }
        if (order.items().size() > MOST) {
            throw BulkError.TOO_MANY.with(Map.of("count", order.items().size(), "most", MOST));
        }
    }

    private static void requireFields(BulkOrder order) {
        boolean wordless = order.words() == null || order.words().isBlank();
        switch (order.action()) {
            case URGE -> require(!wordless, BulkError.WORDS_MISSING);
            case EXTEND -> {
                require(!wordless, BulkError.WORDS_MISSING);
                require(order.date() != null, BulkError.DATE_MISSING);
            }
            case OFFICER_IN_CHARGE -> require(order.officerId() != null, BulkError.OFFICER_MISSING);
            case LABEL ->
                require(
                        order.label() == null
                                || order.label().codePointCount(0, order.label().length()) <= LONGEST_LABEL,
                        BulkError.LABEL_TOO_LONG);
            case GRANT -> {}
        }
    }

    private static void require(boolean holds, BulkError otherwise) {
        if (!holds) {
            throw otherwise.plain();
        }
    }

    /** The step and its line in one transaction; the refusal where there is one. */
    private @Nullable BusinessException take(BulkOrder order, BulkTarget target, UUID id, int position, Actor actor) {
        try {
            transaction.executeWithoutResult(status -> {
                step(order, target, actor);
                write(id, position, target, null);
            });
            return null;
        } catch (BusinessException refusal) {
            return refusal;
        } catch (OptimisticLockingFailureException other) {
            return new BusinessException(LedgerError.CHANGED_MEANWHILE, Map.of());
        }
    }

    private void step(BulkOrder order, BulkTarget target, Actor actor) {
        String words = order.words() == null ? "" : order.words().strip();
        UUID object = target.objectId();
        switch (order.action()) {
            case URGE -> supervision.issue(given(object, BulkError.NOBODY_TO_URGE), NoticeLevel.URGE, words, actor);
            case GRANT -> {
                UUID request = given(object, BulkError.NOTHING_TO_GRANT);
                requests.perform(request, RequestStep.GRANT, StepInput.of(requests.version(request), words), actor);
            }
            case EXTEND ->
                requests.ask(
                        target.itemId(),
                        new NewRequest(RequestKind.EXTENSION, null, words, words, order.date(), null, null, null),
                        actor);
            case OFFICER_IN_CHARGE ->
                items.giveTo(
                        target.itemId(), target.version(), given(order.officerId(), BulkError.OFFICER_MISSING), actor);
            case LABEL -> items.label(target.itemId(), target.version(), order.label(), actor);
        }
    }

    private static UUID given(@Nullable UUID id, BulkError otherwise) {
        if (id == null) {
            throw otherwise.plain();
        }
        return id;
    }

    private void write(UUID id, int position, BulkTarget target, @Nullable BusinessException refusal) {
        Map<String, String> details = new HashMap<>();
        if (refusal != null) {
            refusal.details().forEach((name, value) -> details.put(name, String.valueOf(value)));
        }
        jdbc.sql("""
                insert into ledger.bulk_outcome (bulk_id, position, item_id, reference, title, unit, refusal, details)
                values (:id, :position, :item, :reference, :title, :unit, :refusal, cast(:details as jsonb))
                """)
                .param("id", id)
                .param("position", position)
                .param("item", target.itemId())
                .param("reference", target.reference())
                .param("title", target.title())
                .param("unit", target.unit())
                .param("refusal", refusal == null ? null : refusal.error().code())
                .param("details", json.writeValueAsString(details))
                .update();
    }
}
