package org.luoshi.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An edit that the rules allow.
 *
 * @param typed as somebody types it
 * @param meant as the ledger says it afterwards
 */
record RandomEdit(String head, String typed, String meant) {

    private static final List<String> CYCLES = List.of("一次", "每周", "每半月", "每月", "每季度");

    /** None, or some, for one row of the table. */
    static List<RandomEdit> some(Random random, TableInHand table, int row) {
        List<RandomEdit> edits = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            return edits;
        }
        boolean draft = table.cell(row, "办理状态").equals("拟办");
        String label = table.cell(row, "标签");
        add(edits, random, same("标签", label + random.nextInt(99)), label);
        add(edits, random, same("督查员", "郑以实"), table.cell(row, "督查员"));
        add(edits, random, day(random, "预计完成"), table.cell(row, "预计完成"));
        if (draft) {
            String title = table.cell(row, "事项名称");
            add(edits, random, same("事项名称", title + "，=改" + random.nextInt(9)), title);
            add(edits, random, day(random, "时限"), table.cell(row, "时限"));
            String cycle = CYCLES.get(random.nextInt(CYCLES.size()));
            add(edits, random, same("反馈周期", cycle), table.cell(row, "反馈周期"));
            add(edits, random, same("逐条要求", "@一是这样\n- 二是那样 1.50\n=三"), table.cell(row, "逐条要求"));
            add(edits, random, new RandomEdit("配合单位", "财务保障局，道路养护局", "财务保障局、道路养护局"), table.cell(row, "配合单位"));
            add(edits, random, same("配合事项", "财务保障局：+1 出资"), table.cell(row, "配合事项"));
        }
        return edits;
    }

    private static void add(List<RandomEdit> edits, Random random, RandomEdit edit, String before) {
        if (random.nextInt(3) == 0 && !edit.meant().equals(before)) {
            edits.add(edit);
        }
    }

    private static RandomEdit same(String head, String text) {
        return new RandomEdit(head, text, text);
    }

    private static RandomEdit day(Random random, String head) {
        LocalDate day = LocalDate.of(2026, 4, 1).plusDays(random.nextInt(300));
        String typed = switch (random.nextInt(6)) {
            case 0 -> "%d-%d-%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case 1 -> "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case 2 -> "%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case 3 -> " " + day + " ";
            case 4 -> day.toString().replace("-", "");
            default -> "";
        };
        return new RandomEdit(head, typed, typed.isEmpty() ? "" : day.toString());
    }
}
