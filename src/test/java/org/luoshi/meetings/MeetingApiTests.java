package org.luoshi.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.meetings.venue.Facilities;
import org.luoshi.meetings.venue.Facility;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same conference by programs: what the browser shows, the API does. JSON is written with single quotes here. */
@WholeHouse
class MeetingApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InventedMeetings house;
    private InventedOffice office;
    private MockMvcTester mvc;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        office = house.office;
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        house.bean(JdbcClient.class)
                .sql("update meetings.absence set ended_at = entered_at where ended_at is null")
                .update();
        house.clock.set("2026-03-03T09:00:00+08:00");
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    private JsonNode post(String path, Actor actor, int status, String json) {
        return answer(
                mvc.post()
                        .uri("/api/v1/meetings" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.replace('\'', '"'))
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(SignedIn.as(actor))
                        .exchange(),
                status);
    }

    private JsonNode put(String path, Actor actor, String json) {
        return answer(
                mvc.put()
                        .uri("/api/v1/meetings" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.replace('\'', '"'))
                        .with(SignedIn.as(actor))
                        .exchange(),
                200);
    }

    private JsonNode get(String uri, Actor actor) {
        return answer(
                mvc.get()
                        .uri("/api/v1/" + uri)
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(SignedIn.as(actor))
                        .exchange(),
                200);
    }

    private static JsonNode answer(MvcTestResult result, int status) {
        String text = MeetingPages.text(result);
        assertThat(result.getResponse().getStatus()).as(text).isEqualTo(status);
        return JSON.readTree(text);
    }

    @Test
    void aConferenceIsPreparedMovedAndEndsInDecisionsByPrograms() {
        Actor officer = office.officer();
        String id = post("", officer, 201, """
                        {'kind': 'NATIONAL_VIDEO', 'title': '演示接口视频会议', 'purpose': '演示', 'audience': 'PROVINCE',
                         'startsAt': '2026-03-13T01:00:00Z', 'endsAt': '2026-03-13T02:30:00Z', 'place': '演示楼', 'expectedPeople': 200,
                         'travelMinutes': 0, 'comprehensive': false, 'principalsRequired': false, 'discussion': false,
                         'chairId': '%s'}
                        """.formatted(office.leader().personId()))
                .at("/meeting/id")
                .asString();
        assertThat(post("/" + id + "/submission", officer, 200, "{}")
                        .at("/state")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(post("/" + id + "/approval", officer, 403, "{}").at("/code").asString())
                .isNotBlank();
        assertThat(post("/" + id + "/approval", office.director(), 200, "{}")
                        .at("/state")
                        .asString())
                .isEqualTo("PLANNED");
        assertThat(get("meetings/" + id + "/tasks", officer)).hasSize(16);
        assertThat(get("meetings/" + id + "/rules", officer)
                        .get(0)
                        .at("/verdict")
                        .asString())
                .isEqualTo("DOES_NOT_APPLY");
        invitesAndBooks(id, officer);
        moves(id, officer);
        concludes(id, officer);
    }

    private void invitesAndBooks(String id, Actor officer) {
        UUID room = house.bean(Facilities.class)
                .add(
                        new Facility(
                                new UUID(0, 0), 0, FacilityKind.ROOM, "演示接口厅", "", "", 300, 7, 20, true, 30, 15, false),
                        officer);
        post("/" + id + "/room", officer, 200, "{'facilityId': '" + room + "'}");
        put("/" + id + "/invited-units", officer, "{'units': ['" + office.planning.id() + "'], 'seats': 2}");
        post("/" + id + "/notices", officer, 201, "{'askAgain': false}");
        put(
                "/" + id + "/receipts/" + office.planning.id(),
                office.planningLiaison(),
                "{'notice': 1, 'coming': true, 'people': [{'name': '沈甲一', 'rank': 'HEAD'}]}");
        post("/" + id + "/topics", officer, 201, "{'title': '演示部署', 'minutes': 90, 'principal': false}");
    }

    private void moves(String id, Actor officer) {
        for (Actor ill : new Actor[] {office.otherOfficer(), office.archivist()}) {
            post("/absences", officer, 201, """
                    {'personId': '%s', 'from': '2026-03-03', 'to': '2026-03-13', 'kind': 'ILL'}
                    """.formatted(ill.personId()));
        }
        int version = get("meetings/" + id, officer).at("/meeting/version").asInt();
        String move = """
                {'version': %d, 'startsAt': '2026-03-11T01:00:00Z', 'endsAt': '2026-03-11T02:30:00Z', 'place': '演示楼',
                 'chairId': '%s', 'audience': 'PROVINCE', 'reason': '演示：提前'}
                """.formatted(version, office.leader().personId());
        JsonNode preview = post("/" + id + "/move-preview", officer, 200, move);
        assertThat(preview.at("/whatIf")).hasSize(6);
        assertThat(preview.at("/effects").size()).isPositive();
        assertThat(get("meetings/" + id, officer).at("/meeting/version").asInt())
                .isEqualTo(version);
        JsonNode moved = post("/" + id + "/move", officer, 200, move);
        assertThat(Instant.parse(moved.at("/meeting/startsAt").asString())).isEqualTo("2026-03-11T01:00:00Z");
        assertThat(post("/" + id + "/move", officer, 409, move).at("/code").asString())
                .isEqualTo("meetings.changed-meanwhile");
        assertThat(get("meetings/" + id + "/receipts", officer)
                        .get(0)
                        .at("/state")
                        .asString())
                .isEqualTo("TO_CONFIRM");
        post("/" + id + "/receipts/" + office.planning.id() + "/confirmation", office.planningLiaison(), 200, "{}");
    }

    private void concludes(String id, Actor officer) {
        house.clock.set("2026-03-11T12:00:00+08:00");
        post("/" + id + "/record", officer, 200, "{'people': 190, 'minutes': 95}");
        JsonNode minutes = put("/" + id + "/minutes", officer, """
                {'version': 0, 'body': '演示', 'decisions': [
                  {'text': '演示接口议定一', 'leadUnitId': '%s', 'due': '2026-04-01'},
                  {'text': '演示接口议定二', 'leadUnitId': '%s', 'coUnitIds': ['%s']},
                  {'text': '演示接口议定三', 'leadUnitId': '%s'},
                  {'text': '演示接口知悉'}]}
                """.formatted(
                        office.planning.id(), office.finance.id(), office.planning.id(), office.roads.id()));
        assertThat(minutes.at("/version").asInt()).isEqualTo(1);
        post("/" + id + "/minutes/signature", office.director(), 200, "{}");
        JsonNode handed = post("/" + id + "/decisions", officer, 200, "{}");
        assertThat(handed.at("/decisions")
                        .valueStream()
                        .filter(one -> !one.at("/itemId").isNull()
                                && !one.at("/itemId").isMissingNode()))
                .hasSize(3);
        JsonNode figures = get("meeting-figures?from=2026-03-11&to=2026-03-11", officer);
        assertThat(figures.at("/sentence").asString()).contains("全国视频会议");
        assertThat(figures.at("/figures/meetings")
                        .valueStream()
                        .map(one -> one.at("/id").asString()))
                .contains(id);
    }
}
