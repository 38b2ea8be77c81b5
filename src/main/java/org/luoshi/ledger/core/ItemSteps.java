package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.access.AccessApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves items along {@link ItemStep}. One call is one step, one line of history, and one transaction. */
@Service
@Transactional
public class ItemSteps {

    private final Ledger ledger;
    private final Permissions permissions;
    private final Numbers numbers;
    private final Issuing issuing;
    private final Closing closing;
    private final Endings endings;
    private final Offspring offspring;
    private final Successions successions;
    private final AccessApi access;
    private final LedgerObligations obligations;
    private final LedgerSettings settings;
    private final LedgerRevision revision;
    private final List<BeforeIssue> beforeIssue;
    private final JdbcClient jdbc;
    private final Clock clock;

    ItemSteps(
            Ledger ledger,
            Permissions permissions,
            Numbers numbers,
            Issuing issuing,
            Closing closing,
            Endings endings,
            Offspring offspring,
            Successions successions,
            AccessApi access,
            LedgerObligations obligations,
            LedgerSettings settings,
            LedgerRevision revision,
            List<BeforeIssue> beforeIssue,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.permissions = permissions;
        this.numbers = numbers;
        this.issuing = issuing;
        this.closing = closing;
        this.endings = endings;
        this.offspring = offspring;
        this.successions = successions;
        this.access = access;
        this.obligations = obligations;
        this.settings = settings;
        this.revision = revision;
        this.beforeIssue = beforeIssue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes a step. Refused: not allowed from this state, not this person's, a stale version, something missing, or a rule of the step. */
    public void perform(UUID itemId, ItemStep step, StepInput input, Actor actor) {
        Item item = ledger.visibleItem(itemId, actor);
        if (!step.isAllowedFrom(item.state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", item.state.name()));
        }
        if (!permissions.mayTake(step, item, actor)) {
            throw refusal(step, actor);
        }
        item.requireVersion(input.version());
        input.require(step);
        before(item, step);
        item.move(step, clock.instant());
        Map<String, Object> details = consequences(item, step, input, actor);
        obligations.nextStep(item, actor);
        ledger.save(item);
        ledger.note(item, step, details, input.words(), actor);
        ledger.tellPeople(
                ledger.watchersOf(item),
                item,
                "ledger.notice.step",
                Map.of("stepKey", "ledger.step." + step.name()),
                "watching");
    }

    private static RuntimeException refusal(ItemStep step, Actor actor) {
        boolean onlyTheSamePerson = Permissions.hasOfficeRole(step, actor);
        return onlyTheSamePerson ? LedgerError.SECOND_PERSON_NEEDED.plain() : LedgerError.NOT_YOURS.plain();
    }

    /** Rules that look at more than the state. */
    private void before(Item item, ItemStep step) {
        switch (step) {
            case SUBMIT -> requireLead(item);
            case FILE_AT_ONCE -> {
                requireLead(item);
                requireKindThatSkipsApproval(item);
            }
            case PROPOSE_CLOSE, CONFIRM_CLOSE -> closing.require(item.id);
            case ARCHIVE -> {
                if (item.state == ItemState.STRUCK_OFF && Boolean.TRUE.equals(item.revisitDrawn)) {
                    throw LedgerError.REVISIT_WAITING.plain();
                }
            }
            case APPROVE,
                    SEND_BACK,
                    DECLINE,
                    ISSUE,
                    START,
                    RETURN_TO_WORK,
                    LEADER_AGREE,
                    LEADER_INSTRUCT,
                    CLOSE_WITHOUT_LEADER,
                    STRIKE_OFF,
                    CONFIRM_CURED,
                    RELAPSE,
                    SUSPEND,
                    RESUME,
                    MAKE_LONG_TERM,
                    CANCEL,
                    MERGE -> {}
        }
    }

    private Map<String, Object> consequences(Item item, ItemStep step, StepInput input, Actor actor) {
        switch (step) {
            case APPROVE, FILE_AT_ONCE -> {
                item.filedAt = clock.instant();
                numbers.give(item);
                return Map.of("number", item.reference());
            }
            case ISSUE -> {
                beforeIssue.forEach(part -> part.check(item.id, input));
                issuing.issue(item, actor);
                return Map.of("units", item.coCount + 1);
            }
            case PROPOSE_CLOSE -> item.proposedBy = actor.personId();
            case CONFIRM_CLOSE -> {
                if (item.leaderPostId == null) {
                    item.move(ItemStep.CLOSE_WITHOUT_LEADER, clock.instant());
                    item.closedAt = clock.instant();
                }
            }
            case RETURN_TO_WORK -> item.proposedBy = null;
            case LEADER_AGREE -> {
                item.closedAt = clock.instant();
                offspring.leaderAgreed(item, input.words(), actor);
            }
            case LEADER_INSTRUCT -> {
                item.proposedBy = null;
                String child = offspring.openChild(item, input.reason(), input.date(), actor);
                return Map.of("child", child);
            }
            case STRIKE_OFF -> strikeOff(item);
            case CONFIRM_CURED -> offspring.cured(item, input.reason(), input.fileIds(), actor);
            case RELAPSE -> {
                String linked = offspring.relapsed(item, input.reason(), input.date(), input.fileIds(), actor);
                return Map.of("linked", linked);
            }
            case RESUME -> endings.resume(item, input.date(), actor);
            case MERGE -> {
                Item target = ledger.visibleItem(input.givenItem(), actor);
                endings.merge(item, target, input.reason(), actor);
                return Map.of("into", target.reference());
            }
            case DECLINE -> {
                item.endingReason = input.reason();
                endings.settle(item, "declined");
            }
            case ARCHIVE, SUBMIT, SEND_BACK -> {}
            case START, CLOSE_WITHOUT_LEADER, SUSPEND, MAKE_LONG_TERM, CANCEL ->
                throw new IllegalStateException(step + " is a consequence and not taken by people");
        }
        return Map.of();
    }

    /** Every nth item by its number is visited again, so that the draw can be checked and nobody chooses. */
    private void strikeOff(Item item) {
        int percent = settings.of(LedgerSetting.REVISIT_PERCENT);
        int sequence = item.sequence == null ? 0 : item.sequence;
        item.struckOffAt = clock.instant();
        item.revisitDrawn = percent > 0 && Math.floorMod(sequence * 37, 100) < percent;
        item.revisitDue = clock.instant().plus(Duration.ofDays(settings.of(LedgerSetting.REVISIT_AFTER_DAYS)));
        endings.settle(item, "struck-off");
    }

    private static void requireLead(Item item) {
        if (item.leadUnitId == null) {
            throw LedgerError.NO_LEAD.plain();
        }
    }

    private void requireKindThatSkipsApproval(Item item) {
        boolean skips =
                jdbc.sql("""
                select exists (select 1 from ledger.source s join ledger.source_kind k on k.code = s.kind
                               where s.id = :id and k.skips_approval)
                """).param("id", item.sourceId).query(Boolean.class).single();
        if (!skips) {
            throw LedgerError.APPROVAL_NEEDED.plain();
        }
    }

    /** The officer in charge changes: hand-over inside the office. */
    public void giveTo(UUID itemId, int seenVersion, UUID officerId, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR, Role.OFFICER);
        Item item = ledger.visibleItem(itemId, actor);
        item.requireVersion(seenVersion);
        String name = give(item, officerId);
        ledger.save(item);
        ledger.note(item, "item", item.id, "given", Map.of("officer", name), null, actor);
    }

    /** Hands an item with what waits for its officer to another one; whoever calls saves it. Returns the new officer's name. */
    String give(Item item, UUID officerId) {
        Actor officer = access.actor(officerId);
        Seat seat = Permissions.officeSeat(officer)
                .orElseThrow(() -> LedgerError.UNKNOWN_PERSON.with(Map.of("person", officer.name())));
        item.officerId = officerId;
        item.officerPostId = seat.postId();
        successions.handOfficersWork(item);
        return officer.name();
    }

    /** The office sets another light with a signed reason; the computed one stays beside it. Null takes it back. */
    public void overrideLight(
            UUID itemId,
            int seenVersion,
            @org.jspecify.annotations.Nullable LightColour colour,
            String reason,
            Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER, Role.OFFICE_DIRECTOR);
        Item item = ledger.visibleItem(itemId, actor);
        item.requireVersion(seenVersion);
        item.overrideLight = colour;
        item.overrideReason = colour == null ? null : reason;
        item.overrideBy = colour == null ? null : actor.name();
        item.overrideAt = colour == null ? null : clock.instant();
        ledger.save(item);
        Map<String, Object> details = Map.of("light", colour == null ? "" : colour.name());
        ledger.note(item, "item", item.id, colour == null ? "light-freed" : "light-overridden", details, reason, actor);
    }

    /** Puts a word of the office's own to an item; null takes it off. */
    public void label(UUID itemId, int seenVersion, @org.jspecify.annotations.Nullable String label, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER, Role.OFFICE_DIRECTOR);
        Item item = ledger.visibleItem(itemId, actor);
        item.requireVersion(seenVersion);
        item.label = FilledIn.words(label);
        ledger.save(item);
        Map<String, Object> details = Map.of("label", item.label == null ? "" : item.label);
        ledger.note(item, "item", item.id, item.label == null ? "label-taken-off" : "labelled", details, null, actor);
    }

    /** I want to be told about each step; or no longer. */
    public void watch(UUID itemId, boolean watching, Actor actor) {
        Item item = ledger.visibleItem(itemId, actor);
        String sql = watching
                ? "insert into ledger.watcher (item_id, person_id) values (:item, :person) on conflict do nothing"
                : "delete from ledger.watcher where item_id = :item and person_id = :person";
        jdbc.sql(sql).param("item", item.id).param("person", actor.personId()).update();
        revision.changed();
    }

    /** One item follows another, or must wait for it. */
    public void relate(UUID itemId, UUID otherId, String kind, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        if (!List.of("FOLLOWS", "BLOCKS").contains(kind)) {
            throw LedgerError.UNKNOWN_KIND.with(Map.of("kind", kind));
        }
        Item item = ledger.visibleItem(itemId, actor);
        Item other = ledger.visibleItem(otherId, actor);
        offspring.relate(item, other, kind);
        ledger.note(item, "item", item.id, "related", Map.of("kind", kind, "other", other.reference()), null, actor);
    }
}
