package org.luoshi.ledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luoshi.shared.BusinessException;

class PackageZipTests {

    private static final byte[] NAME = "files/1".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NAME = 80;

    @Test
    void aListOfHundredThousandEntriesIsRefusedBeforeItIsRead() {
        byte[] bomb = listing(100_000);
        long before = allocated();
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> PackageZip.read(bomb))
                .matches(refusal -> refusal.error() == PackageError.NOT_A_PACKAGE);
        assertThat(allocated() - before).isLessThan(10_000_000);
    }

    @Test
    void asManyFilesAsAPackageMayHoldAreRead() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("manifest.json", new byte[] {1});
        for (int n = 100; n < 300; n++) {
            files.put("files/" + n + "x".repeat(LONGEST_NAME - 3), new byte[] {2});
        }
        assertThat(PackageZip.read(PackageZip.write(files))).hasSize(201);
    }

    @Test
    void whatIsCutOffIsNoPackage() {
        byte[] whole = PackageZip.write(Map.of("manifest.json", new byte[100]));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(BusinessException.class).isThrownBy(() -> PackageZip.read(cut));
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** One file that is listed again and again; the end says that there is one. */
    private static byte[] listing(int times) {
        ByteBuffer zip = ByteBuffer.allocate(200 + times * (46 + NAME.length)).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).put(new byte[22]).putShort((short) NAME.length).putShort((short) 0);
        zip.put(NAME);
        int from = zip.position();
        for (int n = 0; n < times; n++) {
            zip.putInt(0x02014b50).put(new byte[24]).putShort((short) NAME.length);
            zip.put(new byte[16]).put(NAME);
        }
        int length = zip.position() - from;
        zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
        zip.putInt(length).putInt(from).putShort((short) 0);
        return Arrays.copyOf(zip.array(), zip.position());
    }
}
