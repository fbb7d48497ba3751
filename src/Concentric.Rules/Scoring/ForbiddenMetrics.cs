using System.Text;

namespace Concentric.Rules.Scoring;

/// <summary>
/// What may not be a mark, by name (国办函〔2026〕12号 and the rules against 指尖上的形式主义): log-ins, time online or reading,
/// likes, forwards, votes, installs, tracks of places, photographs. It is the law, not a matter of the sheet, so it is here.
/// </summary>
public static class ForbiddenMetrics
{
    private static readonly string[] Names = (
        "login logon signincount checkin streak onlineminutes onlinehours onlinetime onlineduration "
        + "readingminutes readinghours readingtime readingduration studyminutes studytime studyduration "
        + "likes likecount thumbsup forwards forwardcount reposts sharecount votes votecount clicks "
        + "pageviews installs installcount downloads gps locationtrack photocount photographs photos "
        + "screenshots stepcount"
    ).Split(' ');

    private static readonly string[] Words = (
        "登录次数 登陆次数 登录天数 在线时长 在线时间 阅读时长 阅读时间 学习时长 点赞 转发 投票数 打卡 安装量 安装率 下载量 点击量 浏览量 行动轨迹 定位轨迹 运动轨迹 照片数 "
        + "照片张数 截图"
    ).Split(' ');

    /// <summary>The forbidden metric that a name or title speaks of; null when none.</summary>
    public static string? In(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var bare = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                bare.Append(char.ToLowerInvariant(character));
        }

        var name = bare.ToString();
        return Array.Find(Names, one => name.Contains(one, StringComparison.Ordinal))
            ?? Array.Find(Words, one => text.Contains(one, StringComparison.Ordinal));
    }
}
