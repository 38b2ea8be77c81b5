package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;

/**
 * The second book of the rules: written down again from domain/supervision.md 1.1–1.5 the other way round, from each state to the steps that lead out of
 * it, and compared for every state and every step. A slip in one of the two books shows.
 */
class StepTablesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static final Map<ItemState, Set<ItemStep>> ITEM = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    ItemState.DRAFT,
                    EnumSet.of(
                            ItemStep.SUBMIT, ItemStep.FILE_AT_ONCE, ItemStep.DECLINE, ItemStep.CANCEL, ItemStep.MERGE)),
            Map.entry(ItemState.NOT_FILED, EnumSet.noneOf(ItemStep.class)),
            Map.entry(
                    ItemState.PENDING_APPROVAL,
                    EnumSet.of(
                            ItemStep.APPROVE, ItemStep.SEND_BACK, ItemStep.DECLINE, ItemStep.CANCEL, ItemStep.MERGE)),
            Map.entry(ItemState.FILED, EnumSet.of(ItemStep.ISSUE, ItemStep.CANCEL, ItemStep.MERGE)),
            Map.entry(ItemState.ISSUED, EnumSet.of(ItemStep.START, ItemStep.SUSPEND, ItemStep.CANCEL, ItemStep.MERGE)),
            Map.entry(
                    ItemState.IN_PROGRESS,
                    EnumSet.of(
                            ItemStep.PROPOSE_CLOSE,
                            ItemStep.SUSPEND,
                            ItemStep.MAKE_LONG_TERM,
                            ItemStep.CANCEL,
                            ItemStep.MERGE)),
            Map.entry(ItemState.SUSPENDED, EnumSet.of(ItemStep.RESUME, ItemStep.CANCEL)),
            Map.entry(
                    ItemState.LONG_TERM,
                    EnumSet.of(ItemStep.PROPOSE_CLOSE, ItemStep.SUSPEND, ItemStep.CANCEL, ItemStep.MERGE)),
            Map.entry(ItemState.PENDING_CLOSE, EnumSet.of(ItemStep.CONFIRM_CLOSE, ItemStep.RETURN_TO_WORK)),
            Map.entry(
                    ItemState.PENDING_LEADER,
                    EnumSet.of(ItemStep.LEADER_AGREE, ItemStep.LEADER_INSTRUCT, ItemStep.CLOSE_WITHOUT_LEADER)),
            Map.entry(ItemState.CLOSED, EnumSet.of(ItemStep.STRIKE_OFF)),
            Map.entry(ItemState.STRUCK_OFF, EnumSet.of(ItemStep.CONFIRM_CURED, ItemStep.RELAPSE, ItemStep.ARCHIVE)),
            Map.entry(ItemState.REVISITED, EnumSet.of(ItemStep.RELAPSE, ItemStep.ARCHIVE)),
            Map.entry(ItemState.RELAPSED, EnumSet.of(ItemStep.ARCHIVE)),
            Map.entry(ItemState.ARCHIVED, EnumSet.noneOf(ItemStep.class)),
            Map.entry(ItemState.CANCELLED, EnumSet.of(ItemStep.ARCHIVE)),
            Map.entry(ItemState.MERGED, EnumSet.noneOf(ItemStep.class))));

    /** Where each step leads; the table 1.1 by its column "enters by". */
    private static final Map<ItemStep, ItemState> ITEM_TO = new EnumMap<>(Map.ofEntries(
            Map.entry(ItemStep.SUBMIT, ItemState.PENDING_APPROVAL),
            Map.entry(ItemStep.FILE_AT_ONCE, ItemState.FILED),
            Map.entry(ItemStep.APPROVE, ItemState.FILED),
            Map.entry(ItemStep.SEND_BACK, ItemState.DRAFT),
            Map.entry(ItemStep.DECLINE, ItemState.NOT_FILED),
            Map.entry(ItemStep.ISSUE, ItemState.ISSUED),
            Map.entry(ItemStep.START, ItemState.IN_PROGRESS),
            Map.entry(ItemStep.PROPOSE_CLOSE, ItemState.PENDING_CLOSE),
            Map.entry(ItemStep.CONFIRM_CLOSE, ItemState.PENDING_LEADER),
            Map.entry(ItemStep.RETURN_TO_WORK, ItemState.IN_PROGRESS),
            Map.entry(ItemStep.LEADER_AGREE, ItemState.CLOSED),
            Map.entry(ItemStep.LEADER_INSTRUCT, ItemState.IN_PROGRESS),
            Map.entry(ItemStep.CLOSE_WITHOUT_LEADER, ItemState.CLOSED),
            Map.entry(ItemStep.STRIKE_OFF, ItemState.STRUCK_OFF),
            Map.entry(ItemStep.CONFIRM_CURED, ItemState.REVISITED),
            Map.entry(ItemStep.RELAPSE, ItemState.RELAPSED),
            Map.entry(ItemStep.ARCHIVE, ItemState.ARCHIVED),
            Map.entry(ItemStep.SUSPEND, ItemState.SUSPENDED),
            Map.entry(ItemStep.RESUME, ItemState.IN_PROGRESS),
            Map.entry(ItemStep.MAKE_LONG_TERM, ItemState.LONG_TERM),
            Map.entry(ItemStep.CANCEL, ItemState.CANCELLED),
            Map.entry(ItemStep.MERGE, ItemState.MERGED)));

    @Test
    void everyItemStateLetsOutExactlyItsSteps() {
        for (ItemState state : ItemState.values()) {
            for (ItemStep step : ItemStep.values()) {
                boolean allowed = of(ITEM, state).contains(step);
                assertThat(step.isAllowedFrom(state))
                        .as("%s from %s", step, state)
                        .isEqualTo(allowed);
                Item item = new Item();
                item.state = state;
                if (allowed) {
                    item.move(step, NOW);
                    assertThat(item.state).isEqualTo(ITEM_TO.get(step));
                    assertThat(item.open).isEqualTo(item.state.isOpen());
                    assertThat(item.endedAt).isEqualTo(item.open ? null : NOW);
                } else {
                    assertThatThrownBy(() -> item.move(step, NOW)).isInstanceOf(BusinessException.class);
                    assertThat(item.state).isEqualTo(state);
                }
            }
        }
    }

    private static final Set<AssignmentStep> WORK = EnumSet.of(
            AssignmentStep.MOVE_AWAY,
            AssignmentStep.HAND_INSIDE,
            AssignmentStep.ASK_COORDINATION,
            AssignmentStep.ANSWER_COORDINATION,
            AssignmentStep.REVIEW_FINAL,
            AssignmentStep.SUBMIT_FINAL,
            AssignmentStep.WAIVE,
            AssignmentStep.STOP);

    private static final Map<AssignmentState, Set<AssignmentStep>> ASSIGNMENT = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    AssignmentState.PLANNED,
                    EnumSet.of(AssignmentStep.SEND, AssignmentStep.MOVE_AWAY, AssignmentStep.STOP)),
            Map.entry(
                    AssignmentState.TO_SIGN,
                    EnumSet.of(
                            AssignmentStep.SIGN,
                            AssignmentStep.SIGN_AND_ASK,
                            AssignmentStep.OBJECT,
                            AssignmentStep.MOVE_AWAY,
                            AssignmentStep.WAIVE,
                            AssignmentStep.STOP)),
            Map.entry(
                    AssignmentState.REASSIGN_REQUESTED,
                    EnumSet.of(
                            AssignmentStep.MAINTAIN,
                            AssignmentStep.MOVE,
                            AssignmentStep.MOVE_AWAY,
                            AssignmentStep.ANSWER_COORDINATION,
                            AssignmentStep.WAIVE,
                            AssignmentStep.STOP)),
            Map.entry(AssignmentState.SIGNED, with(WORK, AssignmentStep.OBJECT, AssignmentStep.BEGIN)),
            Map.entry(AssignmentState.ASSIGNED_INSIDE, with(WORK, AssignmentStep.BEGIN)),
            Map.entry(AssignmentState.WORKING, with(WORK)),
            Map.entry(
                    AssignmentState.UNIT_REVIEW,
                    EnumSet.of(
                            AssignmentStep.MOVE_AWAY,
                            AssignmentStep.ANSWER_COORDINATION,
                            AssignmentStep.HAND_BACK_FINAL,
                            AssignmentStep.SUBMIT_FINAL,
                            AssignmentStep.WAIVE,
                            AssignmentStep.STOP)),
            Map.entry(
                    AssignmentState.SUBMITTED,
                    EnumSet.of(
                            AssignmentStep.ACCEPT_FINAL,
                            AssignmentStep.RETURN_FINAL,
                            AssignmentStep.WAIVE,
                            AssignmentStep.STOP)),
            Map.entry(AssignmentState.RETURNED, with(WORK)),
            Map.entry(AssignmentState.ACCEPTED, EnumSet.of(AssignmentStep.REOPEN)),
            Map.entry(AssignmentState.WAIVED, EnumSet.noneOf(AssignmentStep.class)),
            Map.entry(AssignmentState.STOPPED, EnumSet.of(AssignmentStep.RESUME)),
            Map.entry(AssignmentState.MOVED, EnumSet.noneOf(AssignmentStep.class))));

    private static Set<AssignmentStep> with(Set<AssignmentStep> steps, AssignmentStep... more) {
        EnumSet<AssignmentStep> all = EnumSet.copyOf(steps);
        all.addAll(Set.of(more));
        return all;
    }

    @Test
    void everyAssignmentStateLetsOutExactlyItsSteps() {
        for (AssignmentState state : AssignmentState.values()) {
            for (AssignmentStep step : AssignmentStep.values()) {
                boolean allowed = of(ASSIGNMENT, state).contains(step);
                assertThat(step.isAllowedFrom(state))
                        .as("%s from %s", step, state)
                        .isEqualTo(allowed);
                Assignment unit = new Assignment();
                unit.state = state;
                if (!allowed) {
                    assertThatThrownBy(() -> unit.move(step, NOW)).isInstanceOf(BusinessException.class);
                    assertThat(unit.state).isEqualTo(state);
                }
            }
        }
    }

    @Test
    void whatWasStoppedGoesOnWhereItWas() {
        for (AssignmentState state : AssignmentState.values()) {
            if (!AssignmentStep.STOP.isAllowedFrom(state)) {
                continue;
            }
            Assignment unit = new Assignment();
            unit.state = state;
            unit.move(AssignmentStep.STOP, NOW);
            assertThat(unit.state).isEqualTo(AssignmentState.STOPPED);
            unit.move(AssignmentStep.RESUME, NOW);
            assertThat(unit.state).isEqualTo(state);
        }
    }

    @Test
    void theCloseRuleKnowsOnlyAcceptedWaivedAndMoved() {
        assertThat(EnumSet.allOf(AssignmentState.class).stream().filter(AssignmentState::isSettled))
                .containsExactlyInAnyOrder(AssignmentState.ACCEPTED, AssignmentState.WAIVED, AssignmentState.MOVED);
    }

    private static final Map<FeedbackState, Set<FeedbackStep>> FEEDBACK = new EnumMap<>(Map.of(
            FeedbackState.DRAFT,
            EnumSet.of(FeedbackStep.SEND_TO_HEAD, FeedbackStep.SIGN_OFF, FeedbackStep.WITHDRAW),
            FeedbackState.UNIT_REVIEW,
            EnumSet.of(FeedbackStep.HAND_BACK, FeedbackStep.SIGN_OFF, FeedbackStep.WITHDRAW),
            FeedbackState.SUBMITTED,
            EnumSet.of(FeedbackStep.ACCEPT, FeedbackStep.RETURN),
            FeedbackState.WITHDRAWN,
            EnumSet.noneOf(FeedbackStep.class)));

    @Test
    void everyFeedbackStateLetsOutExactlyItsSteps() {
        for (FeedbackState state : FeedbackState.values()) {
            for (FeedbackStep step : FeedbackStep.values()) {
                assertThat(step.isAllowedFrom(state))
                        .as("%s from %s", step, state)
                        .isEqualTo(of(FEEDBACK, state).contains(step));
                for (TargetState target : TargetState.values()) {
                    boolean decidable = target == TargetState.SUBMITTED && state == FeedbackState.SUBMITTED;
                    if (step.isDecision()) {
                        assertThat(step.isAllowedFrom(state, target)).isEqualTo(decidable);
                    }
                }
            }
        }
    }

    private static final Map<RequestState, Set<RequestStep>> REQUEST = new EnumMap<>(Map.of(
            RequestState.ASKED,
            EnumSet.of(RequestStep.SIGN_OFF, RequestStep.WITHDRAW),
            RequestState.UNIT_SIGNED,
            EnumSet.of(RequestStep.FORWARD, RequestStep.REFUSE, RequestStep.WITHDRAW),
            RequestState.SEEN,
            EnumSet.of(RequestStep.GRANT, RequestStep.REFUSE, RequestStep.WITHDRAW),
            RequestState.GRANTED,
            EnumSet.noneOf(RequestStep.class),
            RequestState.REFUSED,
            EnumSet.noneOf(RequestStep.class),
            RequestState.WITHDRAWN,
            EnumSet.noneOf(RequestStep.class)));

    @Test
    void everyRequestStateLetsOutExactlyItsSteps() {
        for (RequestState state : RequestState.values()) {
            for (RequestStep step : RequestStep.values()) {
                assertThat(step.isAllowedFrom(state))
                        .as("%s from %s", step, state)
                        .isEqualTo(of(REQUEST, state).contains(step));
            }
            assertThat(state.isOpen()).isEqualTo(!of(REQUEST, state).isEmpty());
        }
    }

    private static final Map<NoticeState, Set<NoticeStep>> NOTICE = new EnumMap<>(Map.of(
            NoticeState.ISSUED,
            EnumSet.allOf(NoticeStep.class),
            NoticeState.ANSWERED,
            EnumSet.of(NoticeStep.LIFT, NoticeStep.ESCALATE),
            NoticeState.LIFTED,
            EnumSet.noneOf(NoticeStep.class),
            NoticeState.ESCALATED,
            EnumSet.noneOf(NoticeStep.class)));

    @Test
    void everyNoticeStateLetsOutExactlyItsSteps() {
        for (NoticeState state : NoticeState.values()) {
            for (NoticeStep step : NoticeStep.values()) {
                assertThat(step.isAllowedFrom(state))
                        .as("%s from %s", step, state)
                        .isEqualTo(of(NOTICE, state).contains(step));
            }
        }
    }

    private static final Map<Triage, Set<SourceStep>> SOURCE = new EnumMap<>(Map.of(
            Triage.OPEN,
            EnumSet.of(SourceStep.SUPERVISE, SourceStep.PROPOSE_READ_ONLY),
            Triage.READ_ONLY_PROPOSED,
            EnumSet.of(SourceStep.SUPERVISE, SourceStep.CONFIRM_READ_ONLY, SourceStep.REFUSE_READ_ONLY),
            Triage.READ_ONLY,
            EnumSet.noneOf(SourceStep.class),
            Triage.SUPERVISED,
            EnumSet.noneOf(SourceStep.class)));

    @Test
    void everySourceLetsOutExactlyItsSteps() {
        for (Triage triage : Triage.values()) {
            for (SourceStep step : SourceStep.values()) {
                assertThat(step.isAllowedFrom(triage))
                        .as("%s from %s", step, triage)
                        .isEqualTo(of(SOURCE, triage).contains(step));
            }
        }
    }

    @Test
    void whoDecidesIsWhoTheRulesName() {
        assertThat(RequestKind.CANCELLATION.decidedBy())
                .containsExactlyInAnyOrder(Role.OFFICE_LEADER, Role.INSTRUCTING_LEADER);
        assertThat(RequestKind.TRANSFER.decidedBy()).containsExactly(Role.OFFICE_DIRECTOR);
        assertThat(ItemStep.APPROVE.by()).doesNotContain(Role.OFFICER);
        assertThat(ItemStep.LEADER_AGREE.by())
                .containsExactlyInAnyOrder(Role.INSTRUCTING_LEADER, Role.LEADERS_SECRETARY);
        assertThat(FeedbackStep.SIGN_OFF.by()).containsExactly(Role.UNIT_HEAD);
        assertThat(SourceStep.CONFIRM_READ_ONLY.by()).containsExactly(Role.OFFICE_DIRECTOR);
    }

    private static <K, V> Set<V> of(Map<K, Set<V>> book, K state) {
        return java.util.Objects.requireNonNull(book.get(state));
    }
}
