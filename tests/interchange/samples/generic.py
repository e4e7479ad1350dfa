"""CSV files with columns of their own: hand-made tables of sets and readings, and LiftLog's plain text."""


def samples() -> dict[str, bytes]:
    """One file of each kind."""
    return {
        "hand_made.csv": (
            b"Date,Exercise,Weight (kg),Reps,RIR,Comment\n"
            b"13/08/2024,Squat,100,5,2,deep\n"
            b"13/08/2024,Squat,100,5,1,\n"
            b"15/08/2024,Zercher Carry,60,,,\n"
            b"15/08/2024,Pull-up,BW,8,,\n"
        ),
        "liftlog.csv": (
            b"SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\n"
            b"8b929966-2426-4cbf-b678-ac8e811c8b2b,2024-10-16T10:44:39,Bench Press,67.5,kg,11,12,\n"
            b"8b929966-2426-4cbf-b678-ac8e811c8b2b,2024-10-16T10:42:38,Bench Press,67.5,kg,12,12,slow\n"
            b"95bf84cb-1f11-4d51-ba6e-a4c3f1e40b08,2024-10-14T18:43:50,Squats,97.5,kg,8,8,\n"
        ),
        "runs.csv": (
            b"Activity;Start time;Distance;Distance Unit;Duration\r\n"
            b"Running;2024-08-07 06:30;5;km;0:27:30\r\n"
            b"Cycling;2024-08-09 18:00;10;mi;1h 5m\r\n"
        ),
        "everything.csv": (
            b"date,exercise,kg,reps,pain,region,side,body weight kg,sleep,stress,water ml,notes\n"
            b"2024-08-07,,,,4,knee,left,80.5,7h 30m,3,2000,after the stairs\n"
            b"2024-08-07,Squat,100,5,,,,,,,,\n"
            b"2024-08-08,,,,0,knee,left,80.2,8,2,1500,\n"
        ),
    }
