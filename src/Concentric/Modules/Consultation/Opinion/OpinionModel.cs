using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>Tables of maps of opinion.</summary>
internal static class OpinionModel
{
    private const int LongestName = 200;

    internal static void Map(ModelBuilder model)
    {
        MapQuestions(model);
        MapVoters(model);
        MapVotes(model);
    }

    private static void MapQuestions(ModelBuilder model)
    {
        model.Entity<OpinionQuestion>(question =>
        {
            question.ToTable("consultation_opinion_questions");
            question.Property(row => row.Title).HasMaxLength(OpinionQuestion.LongestTitle);
            question.Property(row => row.Introduction).HasMaxLength(OpinionQuestion.LongestIntroduction);
            question.Property(row => row.ModeratorName).HasMaxLength(LongestName);
            question.Property(row => row.SubjectType).HasMaxLength(60);
            question.HasIndex(row => new
            {
                row.CommitteeId,
                row.State,
                row.OpenedAt,
            });
            question.HasIndex(row => new
            {
                row.CommitteeId,
                row.SubjectType,
                row.SubjectId,
            });
        });
        model.Entity<OpinionStatement>(statement =>
        {
            statement.ToTable("consultation_opinion_statements");
            statement.Property(row => row.Text).HasMaxLength(OpinionStatement.LongestText);
            statement.Property(row => row.DecidedBy).HasMaxLength(LongestName);
            statement.BelongsTo<OpinionStatement, OpinionQuestion>(nameof(OpinionStatement.QuestionId));
            statement
                .HasOne<OpinionVoter>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.VoterId })
                .OnDelete(DeleteBehavior.Restrict);
            statement.HasIndex(row => new
            {
                row.CommitteeId,
                row.QuestionId,
                row.State,
            });
            statement.HasIndex(row => new { row.CommitteeId, row.State });
        });
        model.Entity<OpinionResult>(result =>
        {
            result.ToTable("consultation_opinion_results");
            result.BelongsTo<OpinionResult, OpinionQuestion>(nameof(OpinionResult.QuestionId));
            result.HasIndex(row => new { row.CommitteeId, row.QuestionId }).IsUnique();
        });
    }

    private static void MapVoters(ModelBuilder model)
    {
        model.Entity<OpinionVoter>(voter =>
        {
            voter.ToTable("consultation_opinion_voters");
            voter.Property(row => row.Digest).HasMaxLength(64);
            voter.BelongsTo<OpinionVoter, OpinionQuestion>(nameof(OpinionVoter.QuestionId));
            voter
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.QuestionId,
                    row.Digest,
                })
                .IsUnique();
        });
        model.Entity<OpinionFlag>(flag =>
        {
            flag.ToTable("consultation_opinion_flags");
            flag.Property(row => row.Words).HasMaxLength(OpinionFlag.LongestWords);
            flag.BelongsTo<OpinionFlag, OpinionVoter>(nameof(OpinionFlag.VoterId));
            flag.BelongsTo<OpinionFlag, OpinionStatement>(nameof(OpinionFlag.StatementId));
            flag.HasIndex(row => new
                {
                    row.CommitteeId,
                    row.StatementId,
                    row.VoterId,
                })
                .IsUnique();
            flag.HasIndex(row => new
            {
                row.CommitteeId,
                row.QuestionId,
                row.SeenAt,
            });
        });
    }

    private static void MapVotes(ModelBuilder model) =>
        model.Entity<OpinionVote>(vote =>
        {
            vote.ToTable("consultation_opinion_votes");
            vote.BelongsTo<OpinionVote, OpinionVoter>(nameof(OpinionVote.VoterId));
            vote.BelongsTo<OpinionVote, OpinionStatement>(nameof(OpinionVote.StatementId));
            vote.HasIndex(row => new
                {
                    row.CommitteeId,
                    row.QuestionId,
                    row.VoterId,
                    row.StatementId,
                })
                .IsUnique();
            vote.HasIndex(row => new
            {
                row.CommitteeId,
                row.QuestionId,
                row.CastAt,
            });
        });
}
