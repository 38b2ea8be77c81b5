package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.platform.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The product keeps the bans it knows (B-33): no check-in, points, ranking of persons, online time, forced photo or location, in no table, address,
 * or page. Sign-ins of accounts are no check-ins: X-31 wants them.
 */
@WholeHouse
class NoTracesTests {

    private static final Pattern NAMES = Pattern.compile(
            "check_?-?in\\b|clock_?-?in\\b|punch|points?\\b|score|ranking|rank_of|leader_?board|online_(time|minutes|seconds)|duration_online|dwell"
                    + "|photo|selfie|latitude|longitude|geo_?location|\\bgps\\b|likes?\\b|streak|badge",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDS = Pattern.compile("打卡|积分|排行|排名榜|在线时长|学习时长|上传照片|拍照|人脸|定位|点赞|考勤|刷脸");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    @Test
    void noTableAndNoColumnKeepsThem() {
        List<String> names = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list();

        assertThat(names).hasSizeGreaterThan(200);
        assertThat(names.stream().filter(NoTracesTests::isTrace)).isEmpty();
    }

    @Test
    void noAddressTakesThem() {
        List<String> patterns = new ArrayList<>();
        addresses.getHandlerMethods().forEach((mapping, method) -> {
            patterns.addAll(mapping.getPatternValues());
            Stream.of(method.getMethodParameters())
                    .forEach(parameter -> patterns.add(parameter.getParameter().getName()));
        });

        assertThat(patterns).hasSizeGreaterThan(100);
        assertThat(patterns.stream().filter(NoTracesTests::isTrace)).isEmpty();
    }

    @Test
    void noPageAsksForThem(@Autowired Texts texts) throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/texts"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("_zh.properties"))
                    .toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> WORDS.matcher(line).find() && !isBan(line))
                        .forEach(found::add);
            }
        }
        assertThat(texts.get(Locale.CHINA, "branch.rail")).isNotEmpty();
        assertThat(found).isEmpty();
    }

    /** A text may say that something is not asked for, or is refused. */
    private static boolean isBan(String line) {
        return line.contains("不") || line.contains("禁");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "branch.member.points",
                "study.visit.online_minutes",
                "/branches/{id}/check-in",
                "ranking",
                "photo"
            })
    void theNetHoldsWhatItShall(String name) {
        assertThat(isTrace(name)).isTrue();
    }

    private static boolean isTrace(String name) {
        String last = name.toLowerCase(Locale.ROOT);
        return NAMES.matcher(last.replace('/', '.')).find() && !last.startsWith("ledger.");
    }
}
