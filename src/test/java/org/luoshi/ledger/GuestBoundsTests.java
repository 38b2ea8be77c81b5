package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.shared.SecretWord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who has only a link leaves nothing behind by what is refused, no more than a unit needs by what is taken, and sees nothing of another unit's part. */
@WholeHouse
class GuestBoundsTests extends HandingOnFixture {

    @Autowired
    private AssignmentSteps steps;

    @Test
    void filesOfARefusedReportAreNotKeptAndThePageSaysSo() {
        String word = signedLink(pages.issued("上传后填错电话", office.roads.id()));
        int before = files();
        assertThat(report(word, Map.of("telephone", "没有"), photo("照片一")))
                .hasStatus(422)
                .bodyText()
                .contains("没有收下", "附件没有保存，请重新选择", "已开工");
        assertThat(report(word, Map.of("kind", "SPECIAL"), photo("照片二"))).hasStatus(422);
        assertThat(report(word, Map.of("forecast", "下个月"), photo("照片三"))).hasStatus(422);
        assertThat(report(word, Map.of(), photo("照片四"), photo("机密★10年"))).hasStatus(422);
        assertThat(files()).isEqualTo(before);
        assertThat(report(word, Map.of(), photo("照片五"))).hasStatus3xxRedirection();
        assertThat(files()).isEqualTo(before + 1);
    }

    @Test
    void twoPressesAtOnceKeepTheFilesOnce() throws InterruptedException, ExecutionException {
        UUID item = pages.issued("连按两次报送", office.roads.id());
        String word = signedLink(item);
        int before = files();
        Map<String, String> once = Map.of("once", UUID.randomUUID().toString());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<MvcTestResult>> presses = IntStream.range(0, 3)
                    .mapToObj(n -> threads.submit(() -> report(word, once, photo("照片"))))
                    .toList();
            for (Future<MvcTestResult> press : presses) {
                assertThat(press.get()).hasStatus3xxRedirection();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(files()).isEqualTo(before + 1);
        assertThat(pages.detail(item).reports()).hasSize(1);
    }

    @Test
    void aLinkTakesFilesUpToABoundOnly() {
        String word = signedLink(pages.issued("一直传附件", office.roads.id()));
        jdbc.sql("update ledger.guest_link set files = 199 where hash = :hash")
                .param("hash", SecretWord.hash(word))
                .update();
        assertThat(report(word, Map.of(), photo("照片一"), photo("照片二")))
                .hasStatus(422)
                .bodyText()
                .contains("已到上限", "周慎行");
        assertThat(report(word, Map.of(), photo("照片三"))).hasStatus3xxRedirection();
        assertThat(report(word, Map.of("kind", "PERIODIC"), photo("照片四"))).hasStatus(422);
        assertThat(report(word, Map.of("kind", "PERIODIC", "body", "不带附件还能报"))).hasStatus3xxRedirection();
    }

    @Test
    void aLinkSendsNoMoreReportsADayThanAnybodyReads() {
        String word = signedLink(pages.issued("一直报送", office.roads.id()));
        for (int n = 0; n < 20; n++) {
            assertThat(report(word, Map.of("kind", "ZERO", "body", "没有进展"))).hasStatus3xxRedirection();
        }
        assertThat(report(word, Map.of("kind", "ZERO", "body", "没有进展")))
                .hasStatus(422)
                .bodyText()
                .contains("今天已经报送 20 次");
        clock.set("2026-03-03T09:00:01+08:00");
        assertThat(report(word, Map.of("kind", "ZERO", "body", "没有进展"))).hasStatus3xxRedirection();
    }

    @Test
    void theLinkOfAPartThatIsAnotherUnitsNowTellsNothingOfIt() {
        UUID item = pages.issued("修缮甲处堤坝", office.roads.id(), "乙处涵闸也要查");
        String word = link(item);
        ItemDetail.UnitPart part = pages.part(item);
        assertThat(pages.send(
                        "/ledger/guest/" + word + "/signature",
                        null,
                        "step",
                        "OBJECT",
                        "words",
                        "不归我局管",
                        "signer",
                        "马渡口",
                        "telephone",
                        "0991-2200000"))
                .hasStatus3xxRedirection();
        steps.perform(
                part.id(),
                AssignmentStep.MOVE,
                StepInput.of(pages.part(item).version(), "归财政局管").withUnit(office.finance.id()),
                office.director());

        for (String what : List.of("", "/reports", "/signature", "/form", "/answers")) {
            MvcTestResult page = what.isEmpty()
                    ? pages.get("/ledger/guest/" + word, null)
                    : pages.send("/ledger/guest/" + word + what, null, Map.of("signer", "马渡口"), photo("照片"));
            assertThat(page).hasStatus(410);
            assertThat(HandedOn.text(page)).contains("这个链接已失效。如有疑问，请问周慎行").doesNotContain("堤坝", "涵闸", "财政局", "道路养护局");
        }
        assertThat(pages.seen("/ledger/assignments/" + part.id() + "/handing-on", office.officer()))
                .contains("已失效")
                .doesNotContain("现在有一个链接可用");
    }

    @Test
    void whatTheGuardRefusesIsShownAgainWithWhatWasTyped() {
        UUID item = pages.issued("附错了文件", office.roads.id());
        String word = signedLink(item);
        int before = files();
        MockMultipartFile empty = new MockMultipartFile("files", "空.txt", "text/plain", new byte[0]);
        assertThat(report(word, Map.of("body", "写了很久的情况"), empty))
                .hasStatus(422)
                .bodyText()
                .contains("空文件", "写了很久的情况", "附件没有保存");
        assertThat(report(word, Map.of("body", "写了很久的情况"), photo("机密★10年")))
                .hasStatus(422)
                .bodyText()
                .contains("国家秘密标志", "写了很久的情况")
                .doesNotContain("这个链接打不开");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whoSignsTwiceIsToldThatItWasSignedFor() {
        UUID item = pages.issued("连按两次签收", office.roads.id());
        String word = signedLink(item);
        MvcTestResult again = pages.send(
                "/ledger/guest/" + word + "/signature",
                null,
                "step",
                "SIGN",
                "signer",
                "马渡口",
                "telephone",
                "0991-2200000");
        assertThat(again).hasStatus3xxRedirection();
        assertThat(pages.seen(String.valueOf(again.getResponse().getRedirectedUrl()), null))
                .contains("以前已经签收", "有问题问", "周慎行");
    }

    @Test
    void ofTwoLinksMadeAtOnceTheLaterOneOpens() throws InterruptedException, ExecutionException {
        UUID part = pages.part(pages.issued("两人同时发链接", office.roads.id())).id();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> made = IntStream.range(0, 4)
                    .mapToObj(n -> threads.submit(() -> pages.link(part)))
                    .toList();
            int opened = 0;
            for (Future<String> link : made) {
                link.get();
            }
            for (Future<String> link : made) {
                opened += pages.get("/ledger/guest/" + link.get(), null)
                                        .getResponse()
                                        .getStatus()
                                == 200
                        ? 1
                        : 0;
            }
            assertThat(opened).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    private MvcTestResult report(String word, Map<String, String> changed, MockMultipartFile... files) {
        Map<String, String> typed =
                new HashMap<>(Map.of("kind", "FIRST", "body", "已开工", "signer", "马渡口", "telephone", "0991-2200000"));
        typed.putAll(changed);
        if (files.length == 0) {
            return pages.send(
                    "/ledger/guest/" + word + "/reports",
                    null,
                    typed,
                    new MockMultipartFile("files", "", null, new byte[0]));
        }
        return pages.send("/ledger/guest/" + word + "/reports", null, typed, files);
    }

    private static MockMultipartFile photo(String content) {
        return new MockMultipartFile("files", "说明.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private String signedLink(UUID item) {
        String word = link(item);
        assertThat(pages.send(
                        "/ledger/guest/" + word + "/signature",
                        null,
                        "step",
                        "SIGN",
                        "signer",
                        "马渡口",
                        "telephone",
                        "0991-2200000"))
                .hasStatus3xxRedirection();
        return word;
    }

    private String link(UUID item) {
        return pages.link(pages.part(item).id());
    }

    private int files() {
        return jdbc.sql("select count(*) from files.file").query(Integer.class).single();
    }
}
