package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPackCheckTests {

    private static final RuleBook BOOK = ShippedPacks.book();

    @Test
    void whatIsStricterMayBeAddedWithIssuerAndEnd() {
        assertThat(codes(pack("P-20", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-20 | branch    | generally | count: {kinds: members-meeting, period: quarter, atLeast: 2}",
                "P-20 | branch    | inform    | count: {kinds: members-meeting, period: quarter, atLeast: 1}",
                "P-25 | branch    | must      | count: {kinds: theme-day, period: month, atLeast: 1}",
                "P-27 | branch    | must      | count: {kinds: life-meeting, period: half-year, atLeast: 1}",
                "P-27 | branch    | must      | count: {kinds: life-meeting, period: quarter, only: 4, atLeast: 1}",
                "E-01 | person    | generally | hours: {who: member, period: year, atLeast: 40}",
                "E-01 | person    | generally | hours: {who: member, period: half-year, atLeast: 16, courses: 1}",
                "P-06 | branch    | must      | standing: {when: {full-members: 5..}, require: {has-committee: 1}}",
                "P-02 | branch    | generally | standing: {require: {members: ..40}}",
                "M-05 | person    | must      | timer: {from: last-contact, to: contact, atMost: 3 months, repeats: true}",
                "M-04 | person    | generally | timer: {from: last-contact, to: contact, atMost: 1 month, repeats: true}",
                "D-02b | person   | generally | timer: {from: became-activist, to: became-candidate, atLeast: 18 months}",
                "Q-02 | meeting   | must      | votes: [present >= 2/3 voting-roll, yes > 1/2 voting-roll]",
                "Q-03 | meeting   | must      | votes: [present > 1/2 committee]",
                "P-30 | meeting   | generally | votes: [excellent <= 1/4 members]",
                "M-13 | person    | must      | check: paid-by-member"
            })
    void thisIsAtLeastAsStrict(String tightens, String subject, String strength, String demand) {
        assertThat(codes(pack(tightens, "subject: " + subject, demand).replace("generally", strength)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-20 | branch    | generally | count: {kinds: members-meeting, period: half-year, atLeast: 1}",
                "P-20 | branch    | generally | count: {kinds: members-meeting, period: half-year, atLeast: 9}",
                "P-20 | branch    | generally | count: {kinds: members-meeting, period: quarter, only: 2, atLeast: 1}",
                "P-20 | branch    | generally | count: {kinds: [members-meeting, visit], period: quarter, atLeast: 1}",
                "P-27 | branch    | generally | count: {kinds: life-meeting, period: half-year, atLeast: 1}",
                "P-27 | branch    | inform    | count: {kinds: life-meeting, period: year, atLeast: 1}",
                "E-01 | person    | generally | hours: {who: member, period: year, atLeast: 31.5}",
                "E-01 | person    | generally | hours: {who: member, period: quarter, atLeast: 7}",
                "E-02 | person    | generally | hours: {who: secretary, period: year, atLeast: 60}",
                "P-06 | branch    | must      | standing: {when: {full-members: 9..}, require: {has-committee: 1}}",
                "P-06 | branch    | must      | standing: {when: {full-members: 7.., groups: 1..}, require: {has-committee: 1}}",
                "P-02 | branch    | generally | standing: {require: {members: ..60}}",
                "M-05 | person    | must      | timer: {from: last-contact, to: contact, atMost: 7 months, repeats: true}",
                "M-05 | person    | must      | timer: {from: last-contact, to: contact, atMost: 6 months}",
                "D-01 | person    | must      | timer: {from: applied, to: first-talk, atMost: 30 days}",
                "D-05 | person    | generally | timer: {from: reported-for-approval, to: committee-decided, atMost: 3 months, stop: 9 months}",
                "D-02b | person   | generally | timer: {from: became-activist, to: became-candidate, atLeast: 6 months}",
                "Q-02 | meeting   | must      | votes: [present >= 1/2 voting-roll, yes >= 1/2 voting-roll]",
                "Q-04 | meeting   | must      | votes: [present >= 3/4 entitled]",
                "P-30 | meeting   | generally | votes: [excellent <= 1/2 members]",
                "M-13 | person    | generally | check: paid-by-member"
            })
    void thisIsLooserAndRefused(String tightens, String subject, String strength, String demand) {
        assertThat(codes(pack(tightens, "subject: " + subject, demand).replace("generally", strength)))
                .containsExactly("looser-than-national");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-20 | branch  | count: {kinds: lecture, period: month, atLeast: 1}",
                "P-20 | group   | count: {kinds: members-meeting, period: month, atLeast: 1}",
                "P-23 | person  | count: {kinds: lecture, period: month, atLeast: 1, who: leader}",
                "E-01 | person  | hours: {who: youth, period: year, atLeast: 40}",
                "P-36 | meeting | notice: true",
                "P-20 | branch  | check: paid-by-member"
            })
    void thisCannotBeCompared(String tightens, String subject, String demand) {
        assertThat(codes(pack(tightens, "subject: " + subject, demand))).containsExactly("not-comparable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "branch  | inform    | count: {kinds: life-meeting, period: year, atLeast: 1}        | looser-than-national",
                "branch  | generally | count: {kinds: life-meeting, period: quarter, only: 4, atLeast: 1} |",
                "branch  | generally | count: {kinds: [life-meeting, visit], period: year, atLeast: 1} |",
                "branch  | generally | standing: {when: {groups: 1..}, require: {members-without-group: 0..3}} | looser-than-national",
                "meeting | generally | votes: [present >= 1/3 committee]                            | looser-than-national",
                "person  | generally | timer: {from: last-contact, to: contact, atMost: 1 year, repeats: true} |",
                "branch  | generally | count: {kinds: lecture, period: quarter, atLeast: 1}         |"
            })
    void aMustIsNotUndercutInSilenceEither(String subject, String strength, String demand, String code) {
        String pack = pack("\"\"", "subject: " + subject, demand).replace("generally", strength);
        assertThat(codes(pack)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void somebodyStandsForItAndItEnds() {
        String pack = pack("P-20", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}");
        assertThat(codes(pack.replace("issuer: 湖区办公室\n", ""))).containsExactly("issuer-missing");
        assertThat(codes(pack.replace("validTo: 2027-12-31\n", ""))).containsExactly("end-missing");
        assertThat(codes(pack.replace("validTo: 2027-12-31\n", "").replace("    tightens: P-20\n", "")))
                .containsExactly("end-missing");
        assertThat(codes(pack.replace("validTo: 2027-12-31\n", "")
                        .replace("    tightens: P-20\n", "")
                        .replace("generally", "inform")))
                .isEmpty();
    }

    @Test
    void itIsNotNationalAndTakesNobodysName() {
        String pack = pack("P-20", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}");
        assertThat(codes(pack.replace("level: department", "level: national"))).contains("level-not-local");
        assertThat(codes(pack.replace("id: lake-more", "id: P-20"))).contains("id-not-in-pack", "id-taken");
        assertThat(codes(pack.replace("pack: lake", "pack: dues"))).contains("pack-taken");
        assertThat(codes(pack.replace("tightens: P-20", "tightens: P-99"))).containsExactly("tightens-unknown");
        assertThat(codes(pack.replace("tightens: P-20", "tightens: E-09"))).containsExactly("tightens-unknown");
        assertThat(codes(
                        pack.replace("tightens: P-20", "tightens: E-09").replace("level: department", "level: branch")))
                .containsExactly("tightens-unknown");
    }

    @Test
    void aNewEditionOfAPackIsNotItsOwnRival() {
        String pack = pack("P-20", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}");
        RuleBook withFormerEdition = BOOK.with(RulePackReader.read(pack).rules());
        RulePack edition =
                java.util.Objects.requireNonNull(RulePackReader.read(pack).pack());
        assertThat(LocalPackCheck.check(withFormerEdition, edition)).isEmpty();
    }

    @Test
    void nobodyChangesTheDues() {
        assertThat(codes(pack("M-10", "subject: person", "rates: {payer: salaried, bands: [{percent: 3}]}")))
                .contains("rates-are-national");
    }

    @Test
    void anExampleThatDoesNotComeOutIsTold() {
        String pack = pack("P-20", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}");
        assertThat(codes(pack + "    examples: [{given: {period: 2026-M01, today: 2026-02-01}, expect: overdue}]\n"))
                .isEmpty();
        assertThat(codes(pack + "    examples: [{given: {period: 2026-M01, today: 2026-02-01}, expect: met}]\n"))
                .containsExactly("example-fails");
        assertThat(codes(pack + "    examples: [{given: {period: January}, expect: met}]\n"))
                .containsExactly("example-fails");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "每次活动上传两张照片",
                "活动拍照 留 痕",
                "會議記錄不少於四份",
                "台账齐全",
                "每缺一次记录扣三分",
                "每人每年写心得体会4篇",
                "心得不少于1500字",
                "学习笔记每月检查",
                "按积分排名",
                "在线学习时长三十小时",
                "每天打卡",
                "给推文点赞",
                "Upload photos of each meeting",
                "keep a LEDGER of talks",
                "at least 4 written reflections",
                "the number of records",
                "members earn points",
                "ranking of branches",
                "30 minutes online each day",
                "check-in at each meeting",
                "collect likes",
                "an essay of 800 words"
            })
    void yardsticksThatAreForbiddenAreRefused(String text) {
        String pack = pack("P-20", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}")
                .replace("每月一次。", text);
        assertThat(codes(pack)).containsExactly("forbidden-yardstick");
        assertThat(scorecard(text + " | 湖区机关党委 | 2027-06-30"))
                .extracting(PackProblem::code)
                .containsExactly("forbidden-yardstick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "每季度至少讲一次党课，并做好记录",
                "会前把材料发给大家",
                "每年至少谈心两次",
                "学习中央文件精神",
                "用普通话签字确认",
                "每人每年不少于四十学时",
                "A lecture each quarter, at least 4 a year",
                "The secretary keeps a record of what was agreed",
                "Study of the newest speech comes first"
            })
    void ordinaryRulesAreNotMistakenForThem(String text) {
        assertThat(ForbiddenYardsticks.in(text)).isEmpty();
    }

    @Test
    void theShippedRulesKeepToIt() {
        assertThat(BOOK.all().stream()
                        .flatMap(rule -> rule.text().values().stream())
                        .filter(text -> ForbiddenYardsticks.in(text).isPresent()))
                .isEmpty();
    }

    @Test
    void aScorecardLineNamesIssuerAndEnd() {
        assertThat(scorecard("""
                        该成立而未成立党支部超过半年 | 湖区机关党委 | 2027-06-30
                        未按期换届 | | 2027-06-30
                        书记空缺超过三个月 | 湖区机关党委
                        群众满意 | 湖区机关党委 | soon
                        """))
                .extracting(PackProblem::ruleId, PackProblem::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("2", "issuer-missing"),
                        org.assertj.core.groups.Tuple.tuple("3", "end-missing"),
                        org.assertj.core.groups.Tuple.tuple("4", "not-a-day"));
    }

    @Test
    void aScorecardMayBeYamlOrJson() {
        assertThat(scorecard("""
                        {"scorecard": "lake", "lines": [
                          {"id": "a", "text": "未按期换届", "issuer": "湖区机关党委", "validTo": "2027-06-30", "weight": -3},
                          {"id": "b", "text": "会议记录缺一份扣两分", "weight": -2},
                          {"id": "c", "issuer": "湖区机关党委", "validTo": "2027-06-30"}
                        ]}
                        """))
                .extracting(PackProblem::ruleId, PackProblem::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("b", "issuer-missing"),
                        org.assertj.core.groups.Tuple.tuple("b", "end-missing"),
                        org.assertj.core.groups.Tuple.tuple("b", "forbidden-yardstick"),
                        org.assertj.core.groups.Tuple.tuple("c", "missing"));
        assertThat(scorecard("")).extracting(PackProblem::code).containsExactly("empty");
    }

    static String pack(String tightens, String subject, String demand) {
        return """
                pack: lake
                document: {zh: 湖区办公室党支部工作安排, en: Arrangements of the Lake Office}
                issuer: 湖区办公室
                level: department
                validFrom: 2026-01-01
                validTo: 2027-12-31
                source: 湖办〔2026〕3号
                rules:
                  - id: lake-more
                    article: 第三条
                    confidence: A
                    strength: generally
                    %s
                    tightens: %s
                    text: {zh: "每月一次。"}
                    %s
                """.formatted(subject, tightens, demand);
    }

    private static List<PackProblem> scorecard(String lines) {
        return ProblemTexts.told(LocalPackCheck.checkScorecard(lines));
    }

    private static List<String> codes(String yaml) {
        PackReading reading = RulePackReader.read(yaml);
        assertThat(reading.problems()).isEmpty();
        RulePack pack = java.util.Objects.requireNonNull(reading.pack());
        return ProblemTexts.told(LocalPackCheck.check(BOOK, pack)).stream()
                .map(PackProblem::code)
                .toList();
    }
}
