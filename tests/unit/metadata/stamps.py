"""Words for a rendition: every property of the whitelist, with letters of several kinds."""

from cutline.metadata import Licensor, Stamp

STAMP = Stamp(
    creators=("Ana Silva", "Žofie Nováková"),
    credit_line="Ana Silva/Agência de Fotografia do Porto",
    copyright_notice="© 2026 Ana Silva & <Co>",
    web_statement="https://example.org/terms?a=1&b=2",
    usage_terms="Editorial use only",
    licensors=(Licensor("Example Pictures", "https://example.org/buy"),),
    digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
    alt_text="Two women sit on a kerb",
    caption="Crews rest – “after”\nthe fire.",
)
