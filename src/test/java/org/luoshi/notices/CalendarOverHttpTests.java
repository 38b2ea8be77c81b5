package org.luoshi.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.AccountService;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.notices.core.CalendarLinks;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A calendar program with nothing but the address, at the real door. */
@WholeHouse
class CalendarOverHttpTests {

    private final HttpClient program = HttpClient.newHttpClient();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private CalendarLinks links;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @Test
    void theAddressAloneOpensTheCalendarUntilTheAccountIsDisabled() throws Exception {
        Actor worker = newcomer();
        Seat seat = worker.seats().get(0);
        UUID id = UUID.randomUUID();
        obligations.owe(new NewObligation(
                id,
                "test.matter",
                UUID.randomUUID(),
                seat.unitId(),
                null,
                worker.personId(),
                "feedback",
                "汛前检查",
                "/desk",
                clock.instant().plusSeconds(86_400)));
        String address = "/calendar/" + links.make(Locale.SIMPLIFIED_CHINESE, worker) + ".ics";

        HttpResponse<String> calendar = get(address);
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(calendar.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
        assertThat(calendar.headers().map()).doesNotContainKey("set-cookie");
        assertThat(calendar.body())
                .contains("UID:" + id, "SUMMARY:反馈进展：汛前检查", "URL:http://localhost:" + port + "/desk");
        assertThat(get("/calendar/unknown.ics").statusCode()).isEqualTo(404);
        assertThat(get("/calendar/unknown.ics").headers().map()).doesNotContainKey("set-cookie");

        Actor administrator = new Actor(UUID.randomUUID(), "关系统", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
        accounts.disable(worker.personId(), 1, administrator);
        assertThat(get(address).statusCode()).isEqualTo(404);
    }

    private Actor newcomer() {
        Unit unit = InventedOffice.in(organization, access).roads;
        UUID post =
                organization.addPost(unit.id(), "试用科员", null, Actor.system()).id();
        UUID person = organization.addPerson("丁日程", null, null, Actor.system()).id();
        organization.seat(person, post, InventedOffice.SINCE, Actor.system());
        access.openAccount(
                person, "calendar" + person.toString().substring(0, 6), InventedOffice.PASSWORD, false, Actor.system());
        return access.actor(person);
    }

    private HttpResponse<String> get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .build();
        return program.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
