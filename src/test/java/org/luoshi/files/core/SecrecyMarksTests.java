package org.luoshi.files.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyMarksTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "绝密★",
                "机密★10年",
                "秘密★1年",
                "秘密☆6个月",
                "机密 ★ 20年",
                "机　密★十年",
                "绝 密 ★ 长期",
                "绝　　密　★　30年",
                "絕密★30年",
                "機密★10年",
                "祕密★5年",
                "秘密✩1年",
                "秘密✭1年",
                "秘密⭐1年",
                "秘密⭐\uFE0F1年",
                "秘密🌟1年",
                "机密\u200B★10年",
                "机\u200D密★10年",
                "\u202E秘密★1年",
                "机密\u00A0★\u00A010年",
                "机\t密\t★",
                "000017 机密★10年 特急",
                "密级：秘密★2028年3月6日",
                "附件的密级为机密★5年，请注意",
                "（秘密★1年）关于某事的请示",
                "绝密★启用前",
                "保守国家秘密★10年",
                "商业秘密★3年",
                "工作秘密★长期",
                "秘密★\n1年",
                "机密\n★10年",
                "机密\n\n★ 10年",
                "Re: 机密★10年.docx",
                "第一段没有\n第二段有秘密★1年",
            })
    void aMarkIsSeenHoweverItIsWritten(String text) {
        assertThat(SecrecyGuard.isMarked(text, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "机密",
                "秘密\n某某部文件\n关于某事的通知",
                "000017\n机密\n特急\n某某部文件",
                "000017\n机密　特急",
                "绝　密\n某某办公厅",
                "【秘密】\n关于某事的函",
                "（机密）\n某某局",
                "密级：机密\n某某局",
                "密　级：绝密\n某某局",
                "密级:秘密 5年\n某某局",
                "\n\n\n  机  密  \n标题",
                "機密\n標題",
            })
    void aGradeAloneAtTheTopIsAMark(String text) {
        assertThat(SecrecyGuard.isMarked(text, true)).isTrue();
        assertThat(SecrecyGuard.isMarked(text, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "保护商业秘密",
                "商业秘密保护专项行动方案",
                "不得泄露工作秘密",
                "严守工作秘密和内部敏感信息",
                "保守国家秘密",
                "《中华人民共和国保守国家秘密法》",
                "《中华人民共和国保守国家秘密法实施条例》学习材料",
                "关于开展保密宣传月活动的通知",
                "国家秘密的密级分为绝密、机密、秘密三级",
                "涉及国家秘密、商业秘密、个人隐私的，依法不予公开",
                "机密级文件由机要交换",
                "绝密级国家秘密载体应当在符合标准的设备中保存",
                "确定密级：绝密级、机密级、秘密级",
                "秘密书写的信件",
                "密切联系群众",
                "机关精密仪器",
                "会议秘书处密切配合",
                "成功的秘密在于坚持",
                "森林的秘密",
                "请勿在非涉密系统处理机密文件",
                "发现标注机密字样的文件应立即上报",
                "本系统不得存储、处理国家秘密",
                "★重点工作：保守秘密",
                "★ 商业秘密保护",
                "服务质量：★★★★★",
                "三星级★★★评定",
                "保守秘密★★★★★",
                "秘密★★★",
                "工作秘密★重点检查",
                "商业秘密★三类企业优先检查",
                "加强商业秘密保护☆☆☆",
                "严守国家秘密★重要提示",
                "1. 机密性 2. 完整性 3. 可用性",
                "机密计算与隐私计算技术研究",
                "密码机★二级供应商",
                "秘密。★ 下一项任务",
                "保密★承诺书",
                "涉密★人员管理",
                "密封★条",
                "加密★传输",
                "解密公开文件 12 件",
                "定密责任人培训",
                "绝对精密",
                "商業秘密保護",
                "保守秘密\n★ 重点任务：春季防汛",
                "一、严守工作秘密\n★二、按时报送",
                "技术秘密☆说明",
                "泄露秘密★的后果",
                "密级不填",
                "督〔2026〕17号 ★ 重点督办",
                "This is no secret ★",
            })
    void runningTextPasses(String text) {
        assertThat(SecrecyGuard.isMarked(text, true)).isFalse();
    }

    @Test
    void aGradeFurtherDownIsAWordAsAnyOther() {
        assertThat(SecrecyGuard.isMarked("一\n二\n三\n四\n五\n机密\n七", true)).isFalse();
    }

    @Test
    void aMarkAcrossTheBorderOfTwoPiecesOfAVeryLongLineIsSeen() {
        for (int shift = 0; shift < 8; shift++) {
            String text = "文".repeat(99_993 + shift) + "机 密 ★ 10年" + "文".repeat(50_000);
            assertThat(SecrecyGuard.isMarked(text, false)).as("shift %s", shift).isTrue();
        }
    }

    /** The quick look for one sign is right only while no other sign folds into it. */
    @Test
    void noOtherSignFoldsIntoTheOneThatIsLookedForFirst() {
        for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
            if (sign != '密' && Character.isDefined(sign) && !isSurrogate(sign)) {
                assertThat(Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC))
                        .doesNotContain("密");
            }
        }
    }

    private static boolean isSurrogate(int sign) {
        return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
    }
}
