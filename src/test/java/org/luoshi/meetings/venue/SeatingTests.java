package org.luoshi.meetings.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendee.Part;

/** Who sits where: the head table is written as seen from the hall, so that the left hand of who sits there is on the right. */
class SeatingTests {

    private static final UUID ROADS = new UUID(7, 1);
    private static final UUID FINANCE = new UUID(7, 2);

    @ParameterizedTest
    @CsvSource({
        // second, even, people, seats from the left as seen from the hall
        "LEFT,  FIRST_RIGHT_OF_CENTRE, 1, 1",
        "LEFT,  FIRST_RIGHT_OF_CENTRE, 3, 3 1 2",
        "LEFT,  FIRST_RIGHT_OF_CENTRE, 5, 5 3 1 2 4",
        "LEFT,  FIRST_RIGHT_OF_CENTRE, 7, 7 5 3 1 2 4 6",
        "RIGHT, FIRST_RIGHT_OF_CENTRE, 5, 4 2 1 3 5",
        "LEFT,  FIRST_RIGHT_OF_CENTRE, 2, 1 2",
        "LEFT,  FIRST_RIGHT_OF_CENTRE, 4, 3 1 2 4",
        "LEFT,  FIRST_RIGHT_OF_CENTRE, 6, 5 3 1 2 4 6",
        "LEFT,  FIRST_LEFT_OF_CENTRE,  2, 2 1",
        "LEFT,  FIRST_LEFT_OF_CENTRE,  4, 4 2 1 3",
        "RIGHT, FIRST_LEFT_OF_CENTRE,  6, 6 4 2 1 3 5"
    })
    void theHeadTableFollowsTheRuleOfTheHouse(
            SeatRules.Hand second, SeatRules.Even even, int people, String fromTheHall) {
        int[] columns = new SeatRules(second, even, 0, 0).columns(people);
        String[] seats = new String[people];
        for (int i = 0; i < people; i++) {
            seats[columns[i]] = String.valueOf(i + 1);
        }
        assertThat(String.join(" ", seats)).isEqualTo(fromTheHall);
    }

    private static Attendee one(int number, String name, int rank, Part part, @Nullable UUID unit) {
        return new Attendee(
                new UUID(1, number), new UUID(0, 1), unit, null, name, "", rank, part, "", null, null, null);
    }

    private static SeatPlan plan(SeatRules rules, HallLayout layout, List<Attendee> people, Seating.Swap... swaps) {
        return new Seating(rules, layout, Map.of(ROADS, 1, FINANCE, 0)).plan(people, Arrays.asList(swaps));
    }

    private static String names(SeatRow row) {
        return row.seats().stream()
                .map(seat -> seat.who() == null ? "—" : seat.who().name())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theHallIsSeatedByUnitsInTheOfficialOrderAndThenByRank() {
        SeatPlan plan = plan(
                SeatRules.USUAL,
                new HallLayout(5, 4, 7),
                List.of(
                        one(1, "路乙", 30, Part.MEMBER, ROADS),
                        one(2, "路甲", 20, Part.MEMBER, ROADS),
                        one(3, "财甲", 25, Part.MEMBER, FINANCE),
                        one(4, "主持", 5, Part.CHAIR, null),
                        one(5, "发言", 3, Part.SPEAKER, FINANCE),
                        one(6, "服务", 900, Part.STAFF, null),
                        one(7, "无单位", 1, Part.LISTENER, null)));

        assertThat(names(plan.head().get(0))).isEqualTo("发言 主持");
        assertThat(plan.hall()).extracting(SeatingTests::names).containsExactly("财甲 路甲 路乙 无单位", "— — —");
        assertThat(plan.seated()).isEqualTo(6);
        assertThat(plan.free()).isEqualTo(3);
    }

    @Test
    void theHouseMayLeaveSeatsFreeBetweenUnitsAndSeatRanksInFront() {
        SeatPlan plan = plan(
                new SeatRules(SeatRules.Hand.LEFT, SeatRules.Even.FIRST_RIGHT_OF_CENTRE, 10, 1),
                new HallLayout(5, 5, null),
                List.of(
                        one(1, "首长", 10, Part.MEMBER, ROADS),
                        one(2, "财甲", 25, Part.MEMBER, FINANCE),
                        one(3, "路甲", 20, Part.MEMBER, ROADS)));

        assertThat(names(plan.head().get(0))).isEqualTo("首长");
        assertThat(names(plan.hall().get(0))).isEqualTo("财甲 — 路甲 — —");
    }

    @Test
    void moreThanARowAtTheHeadTableSitBehind() {
        List<Attendee> leaders = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            leaders.add(one(i, String.valueOf(i), i, Part.SPEAKER, null));
        }
        SeatPlan plan = plan(SeatRules.USUAL, new HallLayout(3, 4, 4), leaders);

        assertThat(plan.head()).extracting(SeatingTests::names).containsExactly("3 1 2", "4 5");
    }

    @Test
    void twoWhoSwapKeepTheirSeatsUntilOneOfThemLeaves() {
        Attendee first = one(1, "甲", 1, Part.MEMBER, ROADS);
        Attendee second = one(2, "乙", 2, Part.MEMBER, ROADS);
        Attendee third = one(3, "丙", 3, Part.MEMBER, ROADS);
        Attendee late = one(4, "新", 0, Part.MEMBER, FINANCE);
        Seating.Swap swap = new Seating.Swap(first.id(), third.id());
        HallLayout layout = new HallLayout(3, 4, null);

        assertThat(names(plan(SeatRules.USUAL, layout, List.of(first, second, third), swap)
                        .hall()
                        .get(0)))
                .isEqualTo("丙 乙 甲 —");
        assertThat(names(plan(SeatRules.USUAL, layout, List.of(first, second, third, late), swap)
                        .hall()
                        .get(0)))
                .isEqualTo("新 丙 乙 甲");
        assertThat(names(plan(SeatRules.USUAL, layout, List.of(second, third), swap)
                        .hall()
                        .get(0)))
                .isEqualTo("乙 丙 — —");
        assertThat(names(plan(
                                SeatRules.USUAL,
                                layout,
                                List.of(first, second, third),
                                swap,
                                new Seating.Swap(third.id(), second.id()))
                        .hall()
                        .get(0)))
                .isEqualTo("乙 丙 甲 —");
    }

    @Test
    void threeThousandPeopleAllHaveASeatOfTheirOwnAndAnyoneBeyondTheRoomIsNamed() {
        List<Attendee> people = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            people.add(one(i, "代表" + i, 100 + i % 7, Part.MEMBER, i % 2 == 0 ? ROADS : FINANCE));
        }
        SeatPlan plan = plan(SeatRules.USUAL, new HallLayout(9, 30, 2_970), people);

        assertThat(plan.seated()).isEqualTo(2_970);
        assertThat(plan.standing()).hasSize(30);
        assertThat(new HashSet<>(plan.seats().map(PlacedSeat::code).toList())).hasSize(2_970);
        assertThat(plan.seats().map(PlacedSeat::who).filter(Objects::nonNull).distinct())
                .hasSize(2_970);
    }

    @ParameterizedTest
    @CsvSource({"李雷, 42.0, 李　雷", "韩梅梅, 42.0, 韩梅梅", "欧阳询之, 42.0, 欧阳询之", "古丽娜尔·买买提, 21.0, 古丽娜尔·买买提", "𠮷野, 42.0, 𠮷　野"})
    void aNameIsSetAsLargeAsItsLengthAllows(String name, double size, String set) {
        NameCard card = new NameCard(new UUID(0, 1), name, "", "");
        assertThat(card.setName()).isEqualTo(set);
        assertThat(Double.parseDouble(card.typeSize())).isBetween(size - 2, size + 2);
    }
}
