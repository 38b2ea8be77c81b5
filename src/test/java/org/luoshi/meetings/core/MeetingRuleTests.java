package org.luoshi.meetings.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luoshi.meetings.core.MeetingRule.Range;
import org.luoshi.meetings.core.MeetingRule.Verdict;

class MeetingRuleTests {

    private final List<MeetingRule> rules = new MeetingRules().all();

    @Test
    void everyRuleSaysWhatItsWorkedExamplesSay() {
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.examples()).as(rule.id()).hasSizeGreaterThan(1);
            rule.examples()
                    .forEach(example -> assertThat(rule.judge(example.given()))
                            .as(rule.id() + " given " + example.given())
                            .isEqualTo(example.expect()));
        });
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        MeetingRule rule = rules.stream()
                .filter(one -> one.id().equals("B-18"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.judge(Map.of())).isEqualTo(Verdict.UNKNOWN);
        assertThat(rule.judge(Map.of("longest-speech", 0L))).isEqualTo(Verdict.DOES_NOT_APPLY);
    }

    @Test
    void bothEndsOfARangeBelongToIt() {
        assertThat(Range.read("..60").has(60)).isTrue();
        assertThat(Range.read("..60").has(61)).isFalse();
        assertThat(Range.read("1..").has(1)).isTrue();
        assertThat(Range.read("3").has(3)).isTrue();
        assertThat(Range.read("3").has(2)).isFalse();
    }

    @Test
    void eachStepIsOpenOnlyWhereItMakesSense() {
        assertThat(MeetingStep.SUBMIT.isOpenIn(MeetingState.DRAFT)).isTrue();
        for (MeetingState state : MeetingState.values()) {
            assertThat(MeetingStep.MOVE.isOpenIn(state)).isEqualTo(state == MeetingState.PLANNED);
            assertThat(MeetingStep.APPROVE.isOpenIn(state)).isEqualTo(state == MeetingState.SUBMITTED);
            assertThat(MeetingStep.CANCEL.isOpenIn(state)).isEqualTo(state.isOpen());
            assertThat(MeetingStep.CHANGE.isOpenIn(state)).isEqualTo(state == MeetingState.DRAFT);
            assertThat(MeetingStep.HOLD.isOpenIn(state)).isEqualTo(state == MeetingState.PLANNED);
        }
    }
}
