package org.luoshi.organization.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luoshi.platform.Fold;

/** What a column of a table of units and people can mean, with the headings that offices write above it; the first one is ours. */
public enum ImportColumn {
    UNIT("单位名称", "单位", "机构名称", "单位全称", "部门", "部门名称", "所在单位", "处室"),
    SHORT_NAME("简称", "单位简称", "机构简称"),
    PARENT("上级单位", "上级机构", "主管单位", "上级部门", "所属单位"),
    ORDER("序号", "排序", "顺序", "编号"),
    ALIASES("别名", "曾用名", "其他名称"),
    CODE("代码", "单位代码", "机构代码", "区划代码"),
    PERSON("姓名", "人员姓名", "联系人", "联络员"),
    POST("职务", "岗位", "岗位名称", "职位"),
    TELEPHONE("电话", "联系电话", "手机", "手机号码", "办公电话"),
    EMAIL("邮箱", "电子邮箱", "电子邮件", "email");

    private final List<String> headings;

    ImportColumn(String... headings) {
        this.headings = List.of(headings);
    }

    public String heading() {
        return headings.get(0);
    }

    static Optional<ImportColumn> of(String heading) {
        String folded = Fold.text(heading);
        return Stream.of(values())
                .filter(column -> column.headings.stream().map(Fold::text).anyMatch(folded::equals))
                .findFirst();
    }
}
