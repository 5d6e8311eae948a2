/** An import to the tenant's e-HR system that a person asked for and an app answers. */
export type EhrImportTask = {
  id: string;
  applicationId: string;
  operatorId: string;
  departmentId: string;
  /** 0 while nobody has answered, 1 imported, 2 failed. */
  state: 0 | 1 | 2;
  failReason: string;
  redirectUrl: string;
  createdAt: number;
};

/** 三方协议: between graduate, school and company. */
export type Agreement = {
  id: string;
  applicationId: string;
  /** CONTRACT section 4, tripartite state: 1 not started to 9 dissolved. */
  state: number;
  createdAt: number;
  modifiedAt: number;
};
