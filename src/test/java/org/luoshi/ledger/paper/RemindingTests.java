package org.luoshi.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.ledger.core.LimitReminders;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.notices.NoticesApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Pages;
import org.springframework.beans.factory.annotation.Autowired;

/** The house reminds units of their limits by rule, and never more than it must. */
@WholeHouse
class RemindingTests {

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private SourceService sources;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemSteps steps;

    @Autowired
    private AssignmentSteps parts;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private FilesApi files;

    @Autowired
    private SupervisionService supervision;

    @Autowired
    private LimitReminders reminders;

    @Autowired
    private LedgerSettings settings;

    @Autowired
    private HistoryApi history;

    @Autowired
    private NoticesApi notices;

    @Autowired
    private Pages pages;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private Desk desk;

    @BeforeEach
    void anOfficeOnAMonday() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        desk = new Desk(sources, drafting, steps, parts, feedback, review, queries, files);
    }

    @AfterEach
    void theClockGoesBack() {
        clock.set(TestClock.START);
    }

    /** The limit is Friday 13 March. */
    private UUID item(String title) {
        UUID id = desk.issued(office, title, LocalDate.of(2026, 3, 13));
        desk.signed(id, office);
        return id;
    }

    private List<String> remindedAt(UUID id, String... instants) {
        for (String instant : instants) {
            clock.set(instant + ":00+08:00");
            reminders.run();
        }
        return reminded(id, "道路养护局");
    }

    private List<String> reminded(UUID id, String unit) {
        return history.of(id, 100).stream()
                .filter(line -> line.subjectKind().equals("ledger.reminder"))
                .filter(line -> unit.equals(line.details().get("unit")))
                .map(line -> line.action() + " " + line.details().get("days"))
                .toList();
    }

    @Test
    void aUnitIsRemindedBeforeAtAndAfterItsLimitOnceEach() {
        UUID id = item("危桥加固");
        assertThat(remindedAt(id, "2026-03-09T09:00")).isEmpty();
        assertThat(remindedAt(id, "2026-03-10T09:00", "2026-03-10T09:10", "2026-03-11T09:00", "2026-03-12T09:00"))
                .containsExactly("before 3");
        assertThat(remindedAt(id, "2026-03-13T09:00", "2026-03-13T15:00")).containsExactly("at 0", "before 3");
        assertThat(remindedAt(id, "2026-03-14T09:00", "2026-03-16T09:00", "2026-03-17T09:00"))
                .hasSize(2);
        assertThat(remindedAt(id, "2026-03-18T07:00")).hasSize(2);
        assertThat(remindedAt(id, "2026-03-18T09:00", "2026-03-19T09:00", "2026-03-23T09:00"))
                .containsExactly("after 6", "after 3", "at 0", "before 3");
        assertThat(notices.inbox(office.roadsLiaison().personId(), 100))
                .filteredOn(notice -> notice.href().endsWith(id.toString()))
                .extracting(notice -> notices.text(notice, pages.in(Locale.SIMPLIFIED_CHINESE)))
                .anyMatch(text -> text.contains("危桥加固") && text.contains("已超期 6 个工作日"));
    }

    @Test
    void aHouseThatStoodStillSaysWhatIsTrueNowAndNotAllItMissed() {
        UUID id = item("渡口整治");
        assertThat(remindedAt(id, "2026-03-25T09:00", "2026-03-25T10:00")).containsExactly("after 8");
    }

    @Test
    void nobodyIsRemindedWhileTheAnswerIsLookedAtAndAgainWhenItCameBack() {
        UUID id = item("隧道照明");
        clock.set("2026-03-09T09:00:00+08:00");
        UUID report = desk.reported(id, "道路养护局", "照明已更换。", List.of(), office.roadsLiaison(), office.roadsHead());
        assertThat(remindedAt(id, "2026-03-12T09:00", "2026-03-13T09:00")).isEmpty();
        assertThat(reminded(id, "财务保障局")).containsExactly("at 0", "before 1");
        review.decide(
                report,
                desk.part(id, "道路养护局", office.officer()).id(),
                FeedbackStep.RETURN,
                StepInput.of(0, "没有附验收材料").withRejectCode(RejectCode.NO_SUBSTANCE),
                office.officer());
        assertThat(remindedAt(id, "2026-03-18T09:00")).containsExactly("after 3");
    }

    @Test
    void theHouseYieldsToAnOfficerWhoUrgedAndTheOfficerIsNotHeldBackByTheHouse() {
        UUID id = item("标线施划");
        clock.set("2026-03-10T08:30:00+08:00");
        UUID part = desk.part(id, "道路养护局", office.officer()).id();
        supervision.issue(part, NoticeLevel.URGE, "请报进度。", office.officer());
        assertThat(remindedAt(id, "2026-03-10T09:00")).isEmpty();
        assertThat(remindedAt(id, "2026-03-11T09:00")).containsExactly("before 2");
        assertThat(supervision.issue(part, NoticeLevel.URGE, "请再报。", office.officer()))
                .isNotNull();
    }

    @Test
    void theOfficeSetsTheDaysAndMaySwitchEachOff() {
        UUID id = item("边坡防护");
        settings.set(LedgerSetting.REMIND_BEFORE_WORKING_DAYS, 0, office.director());
        settings.set(LedgerSetting.REMIND_ON_THE_DAY, 0, office.director());
        settings.set(LedgerSetting.REMIND_AFTER_WORKING_DAYS, 5, office.director());
        try {
            assertThat(remindedAt(id, "2026-03-11T09:00", "2026-03-13T09:00", "2026-03-18T09:00"))
                    .isEmpty();
            assertThat(remindedAt(id, "2026-03-20T09:00")).containsExactly("after 5");
        } finally {
            settings.set(LedgerSetting.REMIND_BEFORE_WORKING_DAYS, 3, office.director());
            settings.set(LedgerSetting.REMIND_ON_THE_DAY, 1, office.director());
            settings.set(LedgerSetting.REMIND_AFTER_WORKING_DAYS, 3, office.director());
        }
        HistoryLine line = history.of(id, 1).get(0);
        assertThat(line.textKey()).isEqualTo("history.ledger.reminder.after");
        assertThat(line.details()).containsEntry("rule", "5");
    }
}
