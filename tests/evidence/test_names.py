"""The day that a file's name tells, and all the digits that tell none."""

import pytest

from wenming_score.evidence.names import dated


@pytest.mark.parametrize(
    "name",
    [
        "20250305.jpg",
        "现场20250305.jpg",
        "20250305植树 (2).jpg",
        "IMG_20250305_101500.jpg",
        "IMG_20250305_101500_BURST001.jpg",
        "VID20250305.mp4",
        "Screenshot_2025-03-05-10-15-00-123_com.example.app.jpg",
        "2025-03-05.jpg",
        "2025-3-5 植树.jpg",
        "2025_03_05.png",
        "2025.03.05.pdf",
        "2025.03.05",
        "2025.3.5植树",
        "现场.20250305",
        "1.2025.3.5志愿服务.docx",
        "2025年3月5日.pdf",
        "关于植树的通知（2025年03月05日）.docx",
        "2025 年 3 月 5 日 学雷锋.docx",
        "2025年3月5号会议.doc",
        "2025年3月5日3号楼清扫.jpg",
        "20250305 - 现场.jpg",
        "20250305-1.jpg",
        "20250305-02.jpg",
        "20250305_101500.mp4",
        "20250305-101500.jpg",
        "2025-03-05_20250305.jpg",
        "20251399_20250305.jpg",
        "名册13912345678_20250305.xlsx",
        "20240101/照片/20250305.jpg",
        "2024年1月1日/20250305.jpg",
        "微信公众号推文2025年3月5日.pdf",
        "微信2025年3月5日推文.pdf",
        "微信图片征集2025.3.5.docx",
        "QQ群通知2025.3.5.docx",
        "２０２５年３月５日.pdf",
    ],
)
def test_a_whole_day_in_the_name_is_found(name: str) -> None:
    assert str(dated(name)) == "2025-03-05"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "现场.jpg",
        "2025.jpg",
        "202503.jpg",
        "2025-03.jpg",
        "2025年3月.docx",
        "2025年3月5次会议.docx",
        "3月5日.jpg",
        "示范局〔2025〕3号.pdf",
        "示办发〔2025〕20号.pdf",
        "13912345678.xlsx",
        "120250305.jpg",
        "202503051.jpg",
        "20250305101500123.jpg",
        "330102199003071234.pdf",
        "20250230.jpg",
        "20251301.jpg",
        "2025-13-01.jpg",
        "2025.02.29.jpg",
        "19891231.jpg",
        "21010101.jpg",
        "2025-03_05.jpg",
        "2025-3-51.jpg",
        "12025-03-05.jpg",
        "20250305/现场.jpg",
    ],
)
def test_what_is_no_whole_real_day_is_none(name: str) -> None:
    assert dated(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "20250305-20250308.docx",
        "20250305_20250306.jpg",
        "2025-03-05至2025-03-08.docx",
        "2025年3月5日至2025年4月5日.docx",
        "2025年3月5日至8日.docx",
        "2025年3月5日—8日.docx",
        "2025年3月5-8日.docx",
        "2025年3月5日至3月8日.docx",
        "2025年3月5日～4月8日.docx",
        "2025年3月5日、8日志愿服务.docx",
        "2025年3月5日和6日.docx",
        "2025.3.5-3.8.docx",
        "2025.3.5-8.docx",
        "20250305-0308.docx",
        "20250305-08.docx",
        "2025-03-05~08.docx",
        "2025年3月5日 20250306.jpg",
    ],
)
def test_two_days_are_no_single_date(name: str) -> None:
    assert dated(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "微信图片_20250305101500.jpg",
        "微信图片_20250305.jpg",
        "微信图片_2025-03-05_101500_123.jpg",
        "微信视频2025-03-05_101500_123.mp4",
        "微信截图_20250305.png",
        "企业微信截图_20250305.png",
        "企业微信20250305-101500@2x.png",
        "QQ图片20250305.jpg",
        "QQ20250305-101500.png",
        "TIM图片20250305.jpg",
        "钉钉_20250305.jpg",
        "WeChat_20250305.mp4",
        "WeChat Image_20250305.jpg",
        "mmexport1741234567890.jpg",
        "mmexport20250305.jpg",
        "wx_camera_1741234567890.jpg",
        "wx_camera_20250305.jpg",
        "IMG-20250305-WA0001.jpg",
        "WhatsApp Image 2025-03-05.jpeg",
        "植树/1.微信图片_20250305.jpg",
    ],
)
def test_a_messenger_s_name_for_a_saved_file_tells_no_day(name: str) -> None:
    assert dated(name) is None
