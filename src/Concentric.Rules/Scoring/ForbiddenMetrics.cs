using System.Text;

namespace Concentric.Rules.Scoring;

/// <summary>
/// What may not be a mark, by name (国办函〔2026〕12号 and the rules against 指尖上的形式主义): log-ins, time online or reading,
/// likes, forwards, votes, installs, tracks of places, photographs. It is the law, not a matter of the sheet, so it is here.
/// Width, case, spaces, signs and traditional letters make no other name of it.
/// </summary>
public static class ForbiddenMetrics
{
    private static readonly string[] Names = (
        "login logon loggedin loggingin signincount checkin streak onlineminutes onlinehours onlinetime onlineduration "
        + "onlinedays minutesonline hoursonline timeonline daysonline timespentonline screentime "
        + "readingminutes readinghours readingtime readingduration minutesread minutesofreading hoursofreading "
        + "studyminutes studytime studyduration minutesofstudy learningminutes learningtime "
        + "likes likecount liked thumbsup forwards forwardcount forwarded reposts reposted sharecount retweets votes votecount "
        + "clicks clickcount pageviews installs installcount installed downloads gps geolocation locationtrack trackpoints "
        + "photocount photographs photos photoupload uploadphoto selfie screenshots stepcount"
    ).Split(' ');

    private static readonly string[] WholeNames = ["like", "forward", "vote", "install", "photo", "gpstrack", "track"];

    private static readonly string[] Words = (
        "登录 登陆次数 登陆天数 登陆平台 上线次数 上线天数 在线时长 在线时间 在线分钟 在线小时 在线天数 线上时长 "
        + "阅读时长 阅读时间 阅读分钟 阅读小时 阅读量 学习时长 学习时间 学习分钟 学习小时 点赞 获赞 赞数 转发 投票数 投票次数 投票量 得票数 "
        + "打卡 安装量 安装率 安装数 安装次数 下载量 下载数 下载次数 点击量 点击率 点击数 浏览量 浏览数 浏览次数 活跃度 "
        + "行动轨迹 定位轨迹 运动轨迹 位置轨迹 轨迹点 定位次数 定位打卡 照片 拍照 截图 截屏 步数"
    ).Split(' ');

    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const string Traditional = "錄線時長間閱讀學習點讚贊獲數轉發裝載擊瀏覽軌跡鐘鍾圖陸運動";
    private const string Simplified = "录线时长间阅读学习点赞赞获数转发装载击浏览轨迹钟钟图陆运动";

    /// <summary>The forbidden metric that a name or title speaks of; null when none.</summary>
    public static string? In(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var bare = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var plain = Plain(character);
            if (char.IsLetterOrDigit(plain))
                bare.Append(plain);
        }

        var name = bare.ToString();
        return Array.Find(WholeNames, one => string.Equals(name, one, StringComparison.Ordinal))
            ?? Array.Find(Names, one => name.Contains(one, StringComparison.Ordinal))
            ?? Array.Find(Words, one => name.Contains(one, StringComparison.Ordinal));
    }

    private static char Plain(char character)
    {
        if (character is >= FirstFullWidth and <= LastFullWidth)
            character = (char)(character - FirstFullWidth + '!');
        var at = Traditional.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? char.ToLowerInvariant(character) : Simplified[at];
    }
}
