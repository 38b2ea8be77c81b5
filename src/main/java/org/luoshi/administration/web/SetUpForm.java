package org.luoshi.administration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.administration.core.OwnOffice;
import org.luoshi.platform.Page;
import org.luoshi.shared.Role;

/** The form of the first day, letter by letter. Rows without a name are not meant. */
public record SetUpForm(
        @Nullable String officeName,
        @Nullable String shortName,
        @Nullable String divisions,
        @Nullable List<Row> people) {

    /** Whom the house cannot do without (X-35: three different people). */
    static final List<Role> ADMINISTRATORS =
            List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);

    private static final int LONGEST_NAME = 100;

    /** One person. */
    public record Row(
            @Nullable String role,
            @Nullable String name,
            @Nullable String title,
            @Nullable String division,
            @Nullable String login,
            @Nullable String password) {

        public String shown(@Nullable String value) {
            return value == null ? "" : value;
        }

        boolean isMeant() {
            return !shown(name).isBlank() || !shown(login).isBlank();
        }

        boolean isAdministrator() {
            return ADMINISTRATORS.stream().anyMatch(known -> known.name().equals(role));
        }
    }

    static SetUpForm empty() {
        Stream<Role> working = Stream.of(
                Role.OFFICE_DIRECTOR,
                Role.OFFICER,
                Role.OFFICER,
                Role.OFFICE_LEADER,
                Role.INSTRUCTING_LEADER,
                Role.OFFICER);
        List<Row> rows = Stream.concat(ADMINISTRATORS.stream(), working)
                .map(role -> new Row(role.name(), "", "", "", "", ""))
                .toList();
        return new SetUpForm("", "", "", rows);
    }

    /** The roles that the first people of the office may have. */
    public List<Role> workingRoles() {
        return Stream.of(Role.values())
                .filter(role -> role.kind() == Role.Kind.OFFICE
                        || role.kind() == Role.Kind.PARTY
                        || role == Role.INSTRUCTING_LEADER)
                .toList();
    }

    public List<Row> rows() {
        return people == null
                ? List.of()
                : people.stream().filter(Objects::nonNull).toList();
    }

    public boolean isAdministrator(int index) {
        return rows().get(index).isAdministrator();
    }

    /** First message per field, by the field's name. */
    Map<String, String> check(Page page) {
        Map<String, String> errors = new LinkedHashMap<>();
        require(errors, "officeName", officeName, page);
        require(errors, "shortName", shortName, page);
        for (int i = 0; i < rows().size(); i++) {
            checkRow(i, rows().get(i), errors, page);
        }
        if (rows().stream().noneMatch(row -> row.isMeant() && !row.isAdministrator())) {
            errors.put("people", page.t("administration.set-up.no-officer"));
        }
        for (Role needed : ADMINISTRATORS) {
            if (rows().stream().noneMatch(row -> row.isMeant() && needed.name().equals(row.role()))) {
                errors.putIfAbsent("administrators", page.t("administration.set-up.three-administrators"));
            }
        }
        return errors;
    }

    /** Only after {@link #check} found nothing. */
    OwnOffice toCommand() {
        List<OwnOffice.Colleague> colleagues = IntStream.range(0, rows().size())
                .filter(index -> rows().get(index).isMeant())
                .mapToObj(index -> colleague(index, rows().get(index)))
                .toList();
        return new OwnOffice(text(officeName), text(shortName), divisionNames(), colleagues);
    }

    private static OwnOffice.Colleague colleague(int index, Row row) {
        return new OwnOffice.Colleague(
                index,
                Role.valueOf(text(row.role())),
                text(row.name()),
                text(row.title()),
                text(row.division()),
                text(row.login()),
                row.shown(row.password()));
    }

    private List<String> divisionNames() {
        return text(divisions)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private void checkRow(int index, Row row, Map<String, String> errors, Page page) {
        String field = "people[" + index + "].";
        if (!row.isMeant()) {
            return;
        }
        require(errors, field + "name", row.name(), page);
        require(errors, field + "login", row.login(), page);
        if (row.isAdministrator()) {
            return;
        }
        require(errors, field + "title", row.title(), page);
        if (workingRoles().stream().noneMatch(role -> role.name().equals(row.role()))) {
            errors.put(field + "role", page.t("administration.set-up.role"));
        }
        String division = text(row.division());
        if (!division.isEmpty() && !divisionNames().contains(division)) {
            errors.put(field + "division", page.t("administration.set-up.unknown-division", "division", division));
        }
    }

    private static void require(Map<String, String> errors, String field, @Nullable String value, Page page) {
        if (text(value).isEmpty()) {
            errors.put(field, page.t("administration.set-up.required"));
        } else if (text(value).length() > LONGEST_NAME) {
            errors.put(field, page.t("administration.set-up.too-long", "length", LONGEST_NAME));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
