package org.luoshi.reporting.demonstration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One of the 27 invented towns, and what the water does there: the first town of each county lies at the river, the third on a hill. */
record FloodTown(int index) {

    /** The days from the first report to today. */
    static final int DAYS = 15;

    static final int TODAY = DAYS - 1;

    private static final int[] WAVE = {0, 0, 1, 2, 4, 6, 9, 12, 13, 11, 8, 6, 4, 3, 2};
    private static final int[] BY_PLACE = {3, 1, 0};
    private static final int FEW = 10;
    private static final int MANY = 25;

    static List<FloodTown> all() {
        return IntStream.range(0, 27).mapToObj(FloodTown::new).toList();
    }

    /** Two digits each for city and county, three for the town. */
    String code() {
        return "90%02d%02d%03d".formatted(index / 9 + 1, index / 3 % 3 + 1, index % 3 + 1);
    }

    String countyCode() {
        return code().substring(0, 6);
    }

    /** How bad it is on a day; 0 where there is nothing to report. */
    int severity(int day) {
        int here = WAVE[day] * BY_PLACE[index % 3];
        return here == 0 ? 0 : here + (index * 7 + day * 3) % 5;
    }

    /** Some are silent on a day and nobody reaches them; today some have yet to report. */
    boolean isSilent(int day) {
        if (isExempt(day)) {
            return true;
        }
        return day == TODAY ? index % 4 == 3 : index % 3 > 0 && (index + day * 4) % 13 == 5;
    }

    /** The last town was let off for three days. */
    private boolean isExempt(int day) {
        return index == 26 && day >= 4 && day <= 6;
    }

    boolean isLate(int day) {
        return (index * 2 + day) % 19 == 3;
    }

    /** The first report leaves things open, and a follow-up closes them. */
    boolean isOpenAtFirst(int day) {
        return severity(day) > 0 && (index + day * 5) % 16 == 6;
    }

    /** The first report left people out and is corrected within the hour. */
    boolean isCorrected(int day) {
        return severity(day) > 0 && !isOpenAtFirst(day) && (index * 3 + day) % 23 == 4;
    }

    /** So many minutes before the cut-off it reports: a quarter of an hour at least, three hours at most. */
    int minutesBefore(int day) {
        return 15 * (1 + (index * 7 + day * 3) % 12);
    }

    /** What a town says that is hit so badly. The people who were moved are those in shelters and those with relatives. */
    static Map<String, String> figures(int severity, String onDuty) {
        Map<String, String> figures = new TreeMap<>();
        figures.put("flooded_area", "" + severity * 12.5);
        figures.put("people_moved", "" + severity * 13);
        figures.put("people_sheltered", "" + severity * 9);
        figures.put("people_with_kin", "" + severity * 4);
        figures.put("houses_damaged", "" + severity * 2);
        figures.put("houses_lost", "" + severity / 6);
        figures.put("roads_cut", "" + severity / 5);
        figures.put("flood_grade", severity < FEW ? "一般" : severity < MANY ? "较重" : "严重");
        figures.put("flood_measures", severity < FEW ? "加密巡查，备好转移车辆" : "组织低洼处群众转移，加固堤防");
        figures.put("flood_on_duty", onDuty);
        return figures;
    }
}
