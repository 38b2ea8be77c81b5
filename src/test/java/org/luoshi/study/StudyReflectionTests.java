package org.luoshi.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.TalkService;
import org.luoshi.history.HistoryApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyExchanges;
import org.luoshi.study.core.StudyReflection;
import org.luoshi.study.core.StudyReflectionQueries;
import org.luoshi.study.core.StudySelfCheck;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
@Import(InventedBranch.class)
class StudyReflectionTests {

    private static final String TEXT = "基层减负要从自己做起，少发一个表，多跑一趟路。\n以后凡是能在台账里看到的，不再让下面重复填报。";

    @Autowired
    private InventedBranch invented;

    @Autowired
    private StudyReflectionQueries queries;

    @Autowired
    private StudyExchanges exchanges;

    @Autowired
    private TalkService talks;

    @Autowired
    private StudyBranches places;

    @Autowired
    private HistoryApi history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private WebApplicationContext context;

    private StudyPages pages;
    private Made branch;
    private Actor writer;
    private Actor colleague;
    private Actor secretary;
    private Actor auditor;

    @BeforeEach
    void aBranch() {
        clock.set(TestClock.START);
        pages = new StudyPages(context);
        branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        secretary = InventedBranch.as(branch.members().get(0));
        writer = InventedBranch.as(branch.members().get(5));
        colleague = InventedBranch.as(branch.members().get(6));
        auditor = new Actor(UUID.randomUUID(), "审计员", List.of(), Set.of(Role.AUDITOR));
    }

    @Test
    void whatIsWrittenIsTheWritersAlone() {
        String address = written("减负", TEXT);

        assertThat(pages.seen(address, writer)).contains("少发一个表", "只有您自己看得到");
        for (Actor other : List.of(colleague, secretary, auditor, Actor.system())) {
            assertThat(pages.get(address, other)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.get(address + "/self-check", other)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.send(address, other, "version", "1", "title", "改", "body", "改"))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.send(address + "/sharing", other, "version", "1", "shared", "true"))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.send(address + "/removal", other)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(pages.seen("/study/reflections" + query(), secretary)).doesNotContain(">减负<");
        assertThat(pages.seen("/search?q=" + "基层减负", writer)).doesNotContain(address);
    }

    @Test
    void theHistorySaysThatSomethingWasWrittenAndNothingOfIt() {
        String address = written("很私人的题目", TEXT);

        String lines = history.of(id(address), 10).toString();

        assertThat(lines).contains("written").doesNotContain("很私人的题目", "少发一个表");
        assertThat(history.of(branch.id(), 50).toString()).doesNotContain("study.reflection");
    }

    @Test
    void itIsSharedByChoiceAndCanBeWithdrawn() {
        String address = written("减负", TEXT);

        pages.sent(address + "/sharing", writer, "version", "1", "shared", "true");
        assertThat(pages.seen(address, colleague)).contains("少发一个表").doesNotContain("删去这一篇");
        assertThat(pages.seen("/study/reflections" + query(), colleague)).contains("减负");
        Actor stranger = InventedBranch.as(invented.withMembers(3).members().get(0));
        assertThat(pages.get(address, stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(address, auditor)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.seen("/study/reflections" + query(), auditor)).doesNotContain(">减负<");

        pages.sent(address + "/sharing", writer, "version", "2", "shared", "false");
        assertThat(pages.get(address, colleague)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void oneSentenceIsEnough() {
        assertThat(pages.seen(written("短", "学了。"), writer)).contains("学了。");
        var refused = pages.send("/study/reflections" + query(), writer, "title", "", "body", "留下来的字");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(StudyPages.text(refused)).contains("还缺：名称", "留下来的字");
    }

    @Test
    void aParagraphIsTiedToAnItemAndTheTieFollowsIt() {
        String address = written("减负", TEXT);
        assertThat(pages.send(address + "/changes", writer, "paragraph", "1", "item", "没有的编号"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        UUID item = UUID.randomUUID();
        jdbc.sql("""
                insert into study.reflection_change (reflection_id, paragraph, item_id, reference) values (:id, 1, :item, '督〔2026〕17号')
                """).param("id", id(address)).param("item", item).update();

        pages.sent(address, writer, "version", "1", "title", "减负", "body", "新写的第一段。\n" + TEXT);

        var view = queries.view(id(address), writer);
        assertThat(view.paragraphs().get(2).changes()).singleElement().matches(change -> !change.visible());
        assertThat(pages.seen(address, writer)).contains("督〔2026〕17号");
        pages.sent(address + "/changes/removal", writer, "paragraph", "2", "item", item.toString());
        assertThat(queries.view(id(address), writer).paragraphs())
                .allMatch(paragraph -> paragraph.changes().isEmpty());
    }

    @Test
    void theSelfCheckShowsTheWriterWhatStandsElsewhere() {
        String shared = written(colleague, "同志的体会", "为民服务就是把群众的小事当成自己的大事来办。别的都是我自己的话。");
        String mine = written("我的体会", "我认为，为民服务就是把群众的小事，当成自己的大事来办！这一句是我自己想的，哪里也没有。");
        assertThat(queries.selfCheck(id(mine), writer)).isEmpty();

        pages.sent(shared + "/sharing", colleague, "version", "1", "shared", "true");

        assertThat(queries.selfCheck(id(mine), writer)).singleElement().satisfies(match -> {
            assertThat(match.title()).isEqualTo("同志的体会");
            assertThat(match.kind()).isEqualTo(StudySelfCheck.Source.Kind.SHARED);
            assertThat(match.sentence()).contains("为民服务");
        });
        assertThat(pages.seen(mine + "/self-check", writer)).contains("同志的体会", "不通知任何人");
        assertThat(history.of(id(mine), 10)).hasSize(1);
    }

    @Test
    void speakersAreThoseWhoChoseToAndTheListIsHeldAgainstTheLength() {
        UUID meeting = invented.planned(branch, null, LocalDate.of(2026, 3, 20), "GROUP_STUDY");
        String address = "/study/exchanges/" + meeting;
        UUID mine = id(written("我来讲讲", TEXT));
        written(colleague, "不想讲的", "不讲。");
        assertThat(exchanges.view(meeting, secretary).lines()).isEmpty();

        pages.sent("/study/reflections/" + mine + "/speaking", writer, "version", "1", "speaks", "true");
        assertThat(pages.seen(address, secretary)).contains("我来讲讲").doesNotContain("不想讲的", "少发一个表");
        assertThat(pages.get("/study/reflections/" + mine, secretary)).hasStatus(HttpStatus.NOT_FOUND);

        var refused = pages.send(address, secretary, "version", "0", "place-" + mine, "1", "minutes-" + mine, "很久");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(StudyPages.text(refused)).contains("value=\"很久\"");
        pages.sent(address, secretary, "version", "0", "place-" + mine, "1", "minutes-" + mine, "150");
        assertThat(exchanges.view(meeting, writer))
                .matches(view -> view.total() == 150
                        && view.over() == 30
                        && view.speakers().size() == 1);
        assertThat(pages.send(address, secretary, "version", "0", "place-" + mine, "1", "minutes-" + mine, "9"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(pages.send(address, colleague, "version", "1")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(exchanges.meetings(places.require(branch.id(), 2026, writer)))
                .anyMatch(one -> one.activityId().equals(meeting) && one.listed());
        assertThat(pages.seen("/study/exchanges" + query(), writer)).contains("已安排发言");

        pages.sent("/study/reflections/" + mine + "/speaking", writer, "version", "2", "speaks", "false");
        assertThat(exchanges.view(meeting, secretary).lines()).isEmpty();
    }

    @Test
    void aTalkOfTwoIsNoMeeting() {
        UUID talk = talks.talk(
                branch.id(), writer.personId(), colleague.personId(), LocalDate.of(2026, 3, 1), "家里老人住院", writer);

        assertThat(pages.get("/study/exchanges/" + talk, secretary)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private String written(String title, String body) {
        return written(writer, title, body);
    }

    private String written(Actor actor, String title, String body) {
        pages.sent("/study/reflections" + query(), actor, "title", title, "body", body);
        StudyReflection one = queries.own(actor).stream()
                .filter(own -> own.title().equals(title))
                .findFirst()
                .orElseThrow();
        return "/study/reflections/" + one.id();
    }

    private static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private String query() {
        return "?branch=" + branch.id() + "&year=2026";
    }
}
